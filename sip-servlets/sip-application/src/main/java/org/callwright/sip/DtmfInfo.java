package org.callwright.sip;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys in the body of an INFO request: {@code application/dtmf-relay} with a {@code Signal=} line, and
 * {@code application/dtmf}, whose body is the key itself.
 */
final class DtmfInfo {

    static final String TYPES = "application/dtmf-relay, application/dtmf";

    private static final String RELAY = "application/dtmf-relay";
    private static final String PLAIN = "application/dtmf";
    private static final Pattern SIGNAL =
            Pattern.compile("^\\s*Signal\\s*=\\s*(\\S+)\\s*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile("[0-9*#A-D]");

    private DtmfInfo() {
    }

    static boolean carries(String contentType) {
        String type = mediaType(contentType);
        return type.equals(RELAY) || type.equals(PLAIN);
    }

    /** The key, or empty when the body holds none. Some senders write 10 and 11 for star and hash (RFC 4733 codes). */
    static Optional<Character> digit(String contentType, String body) {
        if (mediaType(contentType).equals(RELAY)) {
            Matcher signal = SIGNAL.matcher(body);
            return signal.find() ? key(signal.group(1)) : Optional.empty();
        }
        return key(body.strip());
    }

    private static Optional<Character> key(String text) {
        String key = switch (text) {
            case "10" -> "*";
            case "11" -> "#";
            default -> text.toUpperCase(Locale.ROOT);
        };
        return KEY.matcher(key).matches() ? Optional.of(key.charAt(0)) : Optional.empty();
    }

    private static String mediaType(String contentType) {
        if (contentType == null) {
            return "";
        }
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
