package org.callwright.media.spi;

/**
 * What of a leg a recorder writes down. What the peer hears is all that it is sent: the player's audio, the mix that
 * the leg is a member of, and silence where there is neither. Where both ways are recorded they stay beside each other
 * by the clock, to some 20 ms, however long the recording is.
 */
public enum RecordedAudio {
    /** What the leg's peer sends; one channel. */
    RECEIVED,
    /** What the peer sends and what it hears, added up; one channel. */
    MIXED,
    /** What the peer sends on the left channel and what it hears on the right one. */
    SEPARATE
}
