package org.callwright.restcomm.resource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.callwright.call.value.AccountSid;
import org.callwright.restcomm.RestcommApplication;

/** How values look in this API. Dates are written by hand: a formatter would cost more than all else of an answer. */
final class Wire {

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Wire() {
    }

    /** {@code Wed, 23 Jun 2021 01:18:18 +0000}; the day is not padded. */
    static String date(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(32)
                .append(DAYS, 3 * time.getDayOfWeek().ordinal(), 3 * time.getDayOfWeek().ordinal() + 3).append(", ")
                .append(time.getDayOfMonth()).append(' ')
                .append(MONTHS, 3 * time.getMonthValue() - 3, 3 * time.getMonthValue()).append(' ');
        number(text, time.getYear(), 1000).append(' ');
        return time(text, time).append(" +0000").toString();
    }

    /** {@code 2021-06-23T01:18:18.000Z}. */
    static String isoDate(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        StringBuilder text = number(new StringBuilder(32), time.getYear(), 1000).append('-');
        number(text, time.getMonthValue(), 10).append('-');
        number(text, time.getDayOfMonth(), 10).append('T');
        time(text, time).append('.');
        return number(text, time.getNano() / 1_000_000, 100).append('Z').toString();
    }

    private static StringBuilder time(StringBuilder text, LocalDateTime time) {
        number(text, time.getHour(), 10).append(':');
        number(text, time.getMinute(), 10).append(':');
        return number(text, time.getSecond(), 10);
    }

    /** With zeros in front, so that there is a digit for the highest place. */
    private static StringBuilder number(StringBuilder text, int number, int highestPlace) {
        for (int place = highestPlace; place > 1 && number < place; place /= 10) {
            text.append('0');
        }
        return text.append(number);
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
