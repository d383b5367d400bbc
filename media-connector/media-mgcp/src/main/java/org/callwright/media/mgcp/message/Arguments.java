package org.callwright.media.mgcp.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What stands in the brackets of a signal or an event, as the AU package writes it (RFC 2897): {@code key=value} pairs
 * with blanks between them, and bare words. A value that holds blanks, quotes or brackets is written as a quoted string
 * in which two quotes are one.
 *
 * @param values keys in lower case, in order; a bare word is a key with an empty value
 */
public record Arguments(Map<String, String> values) {

    public static final Arguments NONE = new Arguments(Map.of());

    public Arguments {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Arguments parse(String text) throws MgcpSyntaxException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String token : new Splitter(' ').split(text)) {
            int equals = token.indexOf('=');
            String key = equals < 0 ? token : token.substring(0, equals);
            if (key.isEmpty()) {
                throw new MgcpSyntaxException("an argument has no name");
            }
            values.putIfAbsent(key.toLowerCase(Locale.ROOT), equals < 0 ? "" : unquoted(token.substring(equals + 1)));
        }
        return new Arguments(values);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replace("\"\"", "\"") : value;
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public String get(String key, String other) {
        return values.getOrDefault(key, other);
    }

    /** A whole number of at most 15 digits; empty when it is absent or none. */
    public OptionalLong longOf(String key) {
        String value = values.getOrDefault(key, "");
        return value.matches("-?\\d{1,15}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** With this argument, in its old place when it was there before. */
    public Arguments with(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(key.toLowerCase(Locale.ROOT), value);
        return new Arguments(changed);
    }

    public Arguments with(String key, long value) {
        return with(key, Long.toString(value));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** As on the wire, without the brackets around it. */
    @Override
    public String toString() {
        return values.entrySet().stream().map(entry -> entry.getValue().isEmpty() ? entry.getKey()
                : entry.getKey() + '=' + quoted(entry.getValue())).collect(Collectors.joining(" "));
    }

    private static String quoted(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || "\"()[]".indexOf(value.charAt(i)) >= 0) {
                return '"' + value.replace("\"", "\"\"") + '"';
            }
        }
        return value;
    }
}
