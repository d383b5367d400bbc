package org.callwright.media.mgcp.gateway;

import java.util.Locale;
import java.util.Optional;
import org.callwright.media.spi.Joinable.Direction;

/** Modes of connections (RFC 3435, 2.3.5) that a media server can be in; loops and tests are not among them. */
enum ConnectionMode {
    SENDRECV(Direction.DUPLEX),
    CONFRNCE(Direction.DUPLEX),
    SENDONLY(Direction.SEND),
    RECVONLY(Direction.RECV),
    INACTIVE(null);

    private final Direction direction;

    ConnectionMode(Direction direction) {
        this.direction = direction;
    }

    static Optional<ConnectionMode> parse(String text) {
        for (ConnectionMode mode : values()) {
            if (mode.text().equals(text.toLowerCase(Locale.ROOT))) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    /** Which way audio flows, seen from the endpoint; empty when none does. */
    Optional<Direction> direction() {
        return Optional.ofNullable(direction);
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
