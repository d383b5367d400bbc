package org.callwright.restcomm.resource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.callwright.call.value.AccountSid;
import org.callwright.restcomm.RestcommApplication;

/** How values look in this API. */
final class Wire {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Wire() {
    }

    /** {@code Wed, 23 Jun 2021 01:18:18 +0000}; the day is not padded. */
    static String date(Instant instant) {
        return DATE.format(instant);
    }

    /** {@code 2021-06-23T01:18:18.000Z}. */
    static String isoDate(Instant instant) {
        return ISO.format(instant);
    }

    /** Seconds with two or three decimals. */
    static String decimalSeconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
        return seconds.setScale(Math.max(2, seconds.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }

    /** Whole seconds, the nearest. */
    static long roundedSeconds(Duration duration) {
        return (duration.toMillis() + 500) / 1000;
    }

    /** Path of a resource below the context, {@code /2012-04-24/Accounts/{AC}/{Kind}/{SID}}. */
    static String path(AccountSid account, String kind, Object sid) {
        return "/" + RestcommApplication.VERSION + "/Accounts/" + account + "/" + kind + "/" + sid;
    }
}
