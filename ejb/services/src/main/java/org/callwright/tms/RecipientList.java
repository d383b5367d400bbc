package org.callwright.tms;

/** A list of a message's recipients: all of them, or a part. */
public enum RecipientList {
    ALL,
    SENT,
    FAILED,
    /** Sent, and a person answered. */
    HUMAN,
    /** Sent, and a machine answered. */
    MACHINE,
    /** Failed, busy at last. */
    BUSY,
    /** Failed, nobody answered at last. */
    NO_ANSWER,
    /** Failed for any other reason. */
    COULD_NOT_CONNECT
}
