/**
 * The phone's audio: session descriptions, RTP, G.711 and L16, tones and what was heard. All audio here is 8 kHz, 16
 * bit, mono.
 *
 * <p>Knows no SIP.
 */
package org.callwright.phone.media;
