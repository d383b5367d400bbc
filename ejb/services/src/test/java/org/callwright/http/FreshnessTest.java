package org.callwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callwright.call.value.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of RFC 9111 for a shared cache. */
class FreshnessTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T10:00:00Z");
    private static final String NOW = "Sun, 22 Nov 2026 10:00:00 GMT";
    private static final String EARLIER = "Sun, 22 Nov 2026 09:59:00 GMT";

    private static Freshness of(String... headers) {
        return new Freshness(map(headers), ASKED);
    }

    private static Map<String, String> map(String... headers) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        return map;
    }

    private static long seconds(Freshness freshness) {
        return freshness.until().getEpochSecond() - ASKED.getEpochSecond();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "max-age=60 | 60", "MAX-AGE=60 | 60", "public, max-age=60 | 60", "max-age = \"60\" | 60",
        "max-age=60, s-maxage=5 | 5", "s-maxage=90, max-age=5 | 90", "max-age=99999999999999999999 | 2147483648",
        "max-age=60, no-cache | 0", "no-cache=\"Set-Cookie, max-age=9\", max-age=60 | 0", "max-age=60, max-age=70 | 0",
        "max-age=60, max-age=60 | 60", "max-age=-1 | 0", "max-age=1.5 | 0", "max-age | 0", "max-age=x | 0",
        "public | 0", "x-max-age=60 | 0", "'' | 0"})
    void lifetimeShouldBeWhatTheHostSays(String cacheControl, long lifetime) {
        assertThat(seconds(of("cache-control", cacheControl, "etag", "\"a\""))).isEqualTo(lifetime);
    }

    @Test
    void timeOnTheWayShouldBeTakenOff() {
        assertThat(seconds(of("cache-control", "max-age=60", "age", "20"))).isEqualTo(40);
        assertThat(seconds(of("cache-control", "max-age=60", "age", "soon"))).isNegative();
        assertThat(seconds(of("cache-control", "max-age=90", "date", EARLIER))).isEqualTo(30);
        assertThat(seconds(of("cache-control", "max-age=90", "date", EARLIER, "age", "80"))).isEqualTo(10);
        assertThat(seconds(of("cache-control", "max-age=90", "date", "Sun, 22 Nov 2026 11:00:00 GMT"))).isEqualTo(90);
    }

    @Test
    void expiresShouldCountWhereNoLifetimeIsTold() {
        String inAMinute = "Sun, 22 Nov 2026 10:01:00 GMT";
        assertThat(seconds(of("expires", inAMinute, "date", NOW))).isEqualTo(60);
        assertThat(seconds(of("expires", inAMinute))).isEqualTo(60);
        assertThat(seconds(of("expires", inAMinute, "cache-control", "max-age=5"))).isEqualTo(5);
        assertThat(seconds(of("expires", "0", "date", NOW))).isZero();
        assertThat(seconds(of("expires", EARLIER, "date", NOW))).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "private", "NO-STORE", "max-age=60, private", "private=\"X-User\", max-age=60",
        "max-age=60,no-store", "x=\"y, no-store", "public,,no-store=1"})
    void whatMayNotBeKeptForOthersShouldNotBe(String cacheControl) {
        assertThat(of("cache-control", cacheControl, "etag", "\"a\"").storable()).isFalse();
    }

    @Test
    void whatMayBeKeptShouldHaveALifetimeOrSomethingToAskBy() {
        assertThat(of().storable()).isFalse();
        assertThat(of("cache-control", "public").storable()).isFalse();
        assertThat(of("cache-control", "max-age=1").storable()).isTrue();
        assertThat(of("cache-control", "max-age=0").storable()).isFalse();
        assertThat(of("etag", "\"a\"").storable()).isTrue();
        assertThat(of("cache-control", "no-cache", "etag", "\"a\"").storable()).isTrue();
        assertThat(of("cache-control", "max-age=60", "vary", "Accept, *").storable()).isFalse();
        assertThat(of("cache-control", "max-age=60", "vary", "Accept-Encoding").storable()).isTrue();
    }

    @Test
    void theHostShouldBeAskedByWhatTellsVersionsApart() {
        assertThat(of("etag", "\"a\"", "last-modified", EARLIER, "date", NOW).conditions())
                .containsExactly(new Parameter("If-None-Match", "\"a\""));
        assertThat(of("etag", "W/\"a\"").conditions()).containsExactly(new Parameter("If-None-Match", "W/\"a\""));
        assertThat(of("etag", "a", "last-modified", EARLIER, "date", NOW).conditions())
                .containsExactly(new Parameter("If-Modified-Since", EARLIER));
    }

    @Test
    void aTimeOfChangeThatTheNextChangeCouldHaveTooShouldNotBeAskedBy() {
        assertThat(of("last-modified", NOW, "date", NOW).conditions()).isEmpty();
        assertThat(of("last-modified", EARLIER).conditions()).isEmpty();
        assertThat(of("last-modified", "yesterday", "date", NOW).conditions()).isEmpty();
    }

    @Test
    void aConfirmationShouldReplaceWhatItTellsAnew() {
        Freshness before = of("cache-control", "max-age=60", "etag", "\"a\"", "age", "50", "date", EARLIER);
        Instant later = ASKED.plusSeconds(100);

        assertThat(before.confirmed(Map.of(), later).until()).isEqualTo(later.plusSeconds(60));
        assertThat(before.confirmed(map("cache-control", "max-age=5"), later).until()).isEqualTo(later.plusSeconds(5));
        assertThat(before.confirmed(map("cache-control", "no-store"), later).storable()).isFalse();
        assertThat(before.confirmed(map("age", "10"), later).until()).isEqualTo(later.plusSeconds(50));
        assertThat(before.confirmed(map("etag", "\"b\""), later).conditions())
                .isEqualTo(List.of(new Parameter("If-None-Match", "\"b\"")));
    }

    @Test
    void onlyWhatTellsShouldBeKeptOfTheHeaders() {
        assertThat(of("set-cookie", "id=1", "etag", "\"a\"", "content-type", "audio/wav").headers())
                .containsOnlyKeys("etag");
    }

    @Test
    @Timeout(10)
    void aHostileHeaderShouldCostNoStackAndNoTime() {
        String directives = "\"\\\",=\"x=\"".repeat(150_000);
        Freshness freshness = of("cache-control", directives + ", no-store", "etag", "\"" + "a".repeat(1_000_000));

        assertThat(freshness.storable()).isFalse();
        assertThat(freshness.conditions()).isEmpty();
    }
}
