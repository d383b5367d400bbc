package org.callwright.call.value;

/** What of a call a recording holds. */
public enum RecordedParties {
    /** What the peer says; one channel. */
    PEER,
    /** The peer and whom it talks with, added up; one channel. */
    MIXED,
    /** The peer on the left channel, whom it talks with on the right one. */
    SEPARATE
}
