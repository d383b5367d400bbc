package org.callwright.restcomm.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Dates of filters: {@code YYYY-MM-DDTHH:MM:SS} or {@code YYYY-MM-DD}, which is that day's midnight, in UTC. Records
 * are shown to the second, so a bound includes the whole second that it names.
 */
final class DateParameter {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SECOND = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");

    private DateParameter() {
    }

    /** @throws RuntimeException when the text has another form or there is no such day or time */
    static Instant start(String text) {
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if (SECOND.matcher(text).matches()) {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
        throw new IllegalArgumentException("no date");
    }

    static Instant end(String text) {
        return start(text).plusSeconds(1).minus(1, ChronoUnit.MICROS);
    }
}
