package org.callwright.persistence;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.WebTarget;

/** Values made to fit their columns: what callers and applications say may be longer than a column, or hold NULs. */
final class Columns {

    private Columns() {
    }

    /** The text without NUL characters (PostgreSQL refuses them), cut to the column's length. */
    static String fit(String text, int length) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        if (clean.length() <= length) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(length - 1)) ? length - 1 : length;
        return clean.substring(0, end);
    }

    static String fit(Optional<String> text, int length) {
        return text.map(present -> fit(present, length)).orElse(null);
    }

    /** To the microsecond, which is what columns hold. */
    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    static Instant micros(Optional<Instant> instant) {
        return instant.map(Columns::micros).orElse(null);
    }

    static String url(Optional<WebTarget> target) {
        return target.map(present -> present.url().toString()).orElse(null);
    }

    static String method(Optional<WebTarget> target) {
        return target.map(present -> present.method().name()).orElse(null);
    }

    static Optional<WebTarget> target(String url, String method) {
        return Optional.ofNullable(url).map(text -> new WebTarget(URI.create(text), HttpMethod.valueOf(method)));
    }
}
