package org.callwright.media.mgcp.au;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.callwright.media.mgcp.message.Arguments;
import org.callwright.media.mgcp.message.MgcpSyntaxException;

/** Lengths: those of RFC 2897 count in tenths of a second, those of our own arguments in milliseconds. */
final class AuTimes {

    private static final long MAX_MILLIS = Duration.ofDays(7).toMillis();

    private AuTimes() {
    }

    static Optional<Duration> tenths(Arguments arguments, String key) throws MgcpSyntaxException {
        return length(arguments, key, 100);
    }

    static Optional<Duration> millis(Arguments arguments, String key) throws MgcpSyntaxException {
        return length(arguments, key, 1);
    }

    private static Optional<Duration> length(Arguments arguments, String key, long unit) throws MgcpSyntaxException {
        if (arguments.get(key).isEmpty()) {
            return Optional.empty();
        }
        OptionalLong value = arguments.longOf(key);
        if (value.isEmpty() || value.getAsLong() < 0) {
            throw new MgcpSyntaxException("argument " + key + " is no length of time");
        }
        return Optional.of(Duration.ofMillis(Math.min(MAX_MILLIS, Math.min(MAX_MILLIS, value.getAsLong()) * unit)));
    }

    /** Rounded up, so that nothing is cut short. */
    static long tenths(Duration length) {
        return (length.toMillis() + 99) / 100;
    }
}
