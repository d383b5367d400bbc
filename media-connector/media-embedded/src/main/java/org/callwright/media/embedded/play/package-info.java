/**
 * What is played to a leg: sources of samples for files, tones and silence, the cache of pre-read file blocks, and the
 * task that strings sources together. Files are read on loader threads only, never on a tick thread.
 */
package org.callwright.media.embedded.play;
