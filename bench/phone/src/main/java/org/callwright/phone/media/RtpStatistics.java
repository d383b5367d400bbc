package org.callwright.phone.media;

/**
 * What went over the wire in a call.
 *
 * @param lost packets missing by sequence number
 * @param outOfOrder packets with an older sequence number than one before, duplicates among them
 * @param longestGapMillis longest time between two packets that followed each other by number
 */
public record RtpStatistics(long sent, long received, long lost, long outOfOrder, long longestGapMillis) {
}
