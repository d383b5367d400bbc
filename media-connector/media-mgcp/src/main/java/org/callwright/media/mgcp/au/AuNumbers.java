package org.callwright.media.mgcp.au;

import java.util.Locale;
import java.util.OptionalLong;
import org.callwright.media.mgcp.message.Arguments;
import org.callwright.media.mgcp.message.MgcpSyntaxException;

/** Arguments that are numbers, or true and false. */
final class AuNumbers {

    private AuNumbers() {
    }

    static long number(Arguments arguments, String key, long otherwise, long min, long max)
            throws MgcpSyntaxException {
        if (arguments.get(key).isEmpty()) {
            return otherwise;
        }
        OptionalLong value = arguments.longOf(key);
        if (value.isEmpty() || value.getAsLong() < min || value.getAsLong() > max) {
            throw new MgcpSyntaxException("argument " + key + " is not " + min + " to " + max);
        }
        return value.getAsLong();
    }

    static OptionalLong id(Arguments arguments) throws MgcpSyntaxException {
        if (arguments.get("id").isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(number(arguments, "id", 0, 0, 999_999_999_999_999L));
    }

    static Arguments with(Arguments arguments, OptionalLong id) {
        return id.isPresent() ? arguments.with("id", id.getAsLong()) : arguments;
    }

    static boolean truth(Arguments arguments, String key) throws MgcpSyntaxException {
        String value = arguments.get(key, "false").toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw new MgcpSyntaxException("argument " + key + " is neither true nor false");
        }
        return value.equals("true");
    }
}
