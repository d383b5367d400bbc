/**
 * Tells a person from an answering machine by the sound of 20 ms frames: voice activity, lengths of speech and silence,
 * beeps. State machines over plain arrays that allocate nothing per frame; no clock, no threads, no driver.
 */
package org.callwright.media.codecs.amd;
