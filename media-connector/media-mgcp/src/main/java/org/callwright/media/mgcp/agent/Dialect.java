package org.callwright.media.mgcp.agent;

/** What the media servers understand beyond RFC 3435 and RFC 2897. */
public enum Dialect {
    /** Our own gateway: numbered signals, exact lengths, single digits and the package CW. */
    CALLWRIGHT,
    /** A server with the AU package alone, such as Restcomm's: one signal at a time on an endpoint. */
    RESTCOMM
}
