package org.callwright.media.mgcp.agent;

import org.callwright.media.mgcp.message.LineEnding;

/**
 * What the media servers understand beyond RFC 3435 and RFC 2897, and what is usual with them unless a setting says
 * otherwise.
 */
public enum Dialect {
    /** Our own gateway: numbered signals, exact lengths, single digits and the package CW. */
    CALLWRIGHT("callwright", LineEnding.CRLF, Probe.AUEP),
    /** A server with the AU package alone, such as Restcomm's: one signal of a kind at a time on an endpoint. */
    RESTCOMM("restcomm", LineEnding.LF, Probe.DLCX);

    private final String prefix;
    private final LineEnding lineEnding;
    private final Probe probe;

    Dialect(String prefix, LineEnding lineEnding, Probe probe) {
        this.prefix = prefix;
        this.lineEnding = lineEnding;
        this.probe = probe;
    }

    /** First term of endpoint names. */
    String prefix() {
        return prefix;
    }

    LineEnding lineEnding() {
        return lineEnding;
    }

    Probe probe() {
        return probe;
    }
}
