package org.callwright.telesign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as RFC 822 and 1123 write them, with GMT, UT or a numeric zone. */
final class SignedDate {

    private static final Pattern UNIVERSAL = Pattern.compile("(?i)\\s+(UTC|UT|Z)$");

    private SignedDate() {
    }

    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(UNIVERSAL.matcher(text.strip()).replaceFirst(" GMT"),
                    DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
