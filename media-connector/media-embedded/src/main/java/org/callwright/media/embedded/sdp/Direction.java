package org.callwright.media.embedded.sdp;

import java.util.Locale;
import java.util.Optional;

/** Which way media flows, seen from the one who writes the description (RFC 3264, 5.1). */
public enum Direction {
    SENDRECV(true, true),
    SENDONLY(true, false),
    RECVONLY(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    public boolean sends() {
        return sends;
    }

    public boolean receives() {
        return receives;
    }

    /** The same flow seen from the other side. */
    public Direction mirrored() {
        return of(receives, sends);
    }

    /** This direction without receiving: what the old hold by {@code c=0.0.0.0} means. */
    public Direction withoutReceiving() {
        return of(sends, false);
    }

    /** The attribute's name, such as {@code sendrecv}. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Direction> ofAttribute(String attribute) {
        for (Direction direction : values()) {
            if (direction.attribute().equals(attribute)) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }

    private static Direction of(boolean sends, boolean receives) {
        if (sends) {
            return receives ? SENDRECV : SENDONLY;
        }
        return receives ? RECVONLY : INACTIVE;
    }
}
