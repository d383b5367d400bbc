/**
 * The advanced audio package {@code AU} (RFC 2897) as Restcomm Media Server speaks it: play, play and collect, play and
 * record, and how they end; and our own package {@code CW}, which adds what the media SPI has and AU has not. Values
 * with reader and writer; nothing is played here.
 */
package org.callwright.media.mgcp.au;
