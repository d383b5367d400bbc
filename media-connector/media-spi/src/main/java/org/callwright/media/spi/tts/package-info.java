/**
 * The port to text-to-speech engines. Providers turn text into samples and nothing else; choosing between them, caching
 * and records are the services' concern.
 */
package org.callwright.media.spi.tts;
