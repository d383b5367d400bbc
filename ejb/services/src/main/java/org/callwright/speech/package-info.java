/**
 * Makes prompts ready to be played: text is spoken by a chain of providers and kept in a cache on disk, remote audio is
 * fetched through the guarded client and converted. What leaves here is always a WAV of 8 kHz, 16 bit, mono.
 */
package org.callwright.speech;
