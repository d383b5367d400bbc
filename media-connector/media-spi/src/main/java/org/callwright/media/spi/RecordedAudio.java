package org.callwright.media.spi;

/** What of a leg a recorder writes down. */
public enum RecordedAudio {
    /** What the leg's peer sends; one channel. */
    RECEIVED,
    /** What the peer sends and what it hears from a mixer, added up; one channel. */
    MIXED,
    /** What the peer sends on the left channel and what it hears from a mixer on the right one. */
    SEPARATE
}
