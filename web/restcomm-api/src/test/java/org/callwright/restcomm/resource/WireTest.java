package org.callwright.restcomm.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @Test
    void datesShouldReadAsTheJdkWouldWriteThem() {
        Random random = new Random(20_261_122);
        long first = Instant.parse("1970-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2999-12-31T23:59:59Z").getEpochSecond();
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(first, last), random.nextInt(1_000_000_000));
            assertThat(Wire.date(instant)).isEqualTo(DATE.format(instant));
            assertThat(Wire.isoDate(instant)).isEqualTo(ISO.format(instant));
        }
    }

    @Test
    void dayShouldNotBePaddedAndTimesShouldBe() {
        Instant instant = Instant.parse("2021-06-03T01:08:09.004999Z");
        assertThat(Wire.date(instant)).isEqualTo("Thu, 3 Jun 2021 01:08:09 +0000");
        assertThat(Wire.isoDate(instant)).isEqualTo("2021-06-03T01:08:09.004Z");
    }
}
