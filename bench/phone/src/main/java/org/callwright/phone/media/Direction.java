package org.callwright.phone.media;

import java.util.Locale;

/** Direction of a media stream as its describer sees it (RFC 3264 section 6.1). */
public enum Direction {
    SENDRECV, SENDONLY, RECVONLY, INACTIVE;

    /** The direction of an answer that accepts all that the offer allows. */
    public Direction answered() {
        return this == SENDONLY ? RECVONLY : this == RECVONLY ? SENDONLY : this;
    }

    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }

    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
