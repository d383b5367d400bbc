/**
 * Speech by the espeak-ng program, one process for each utterance.
 *
 * <p>The program is never linked or bundled, only run: its licence (GPL-3) ends at the process boundary. Without the
 * program on the machine the provider says that it is not available, and nothing else changes.
 */
package org.callwright.media.tts.espeak;
