/**
 * Audio arithmetic that needs no network: G.711 and L16, WAV files, resampling, tones, silence and single-frequency
 * power. Everything works on 16-bit linear samples in plain arrays. No sockets, no threads and nothing of a driver may
 * live here.
 */
package org.callwright.media.codecs;
