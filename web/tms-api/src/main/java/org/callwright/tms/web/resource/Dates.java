package org.callwright.tms.web.resource;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Dates as the API writes them: ISO 8601, UTC, whole seconds. */
final class Dates {

    private Dates() {
    }

    static String text(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static Optional<String> text(Optional<Instant> date) {
        return date.map(Dates::text);
    }
}
