package org.callwright.media.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** G.711 against values worked out by hand from the recommendation's tables 1a to 2b. */
class G711Test {

    @Test
    void ulawShouldDecodeToTheValuesOfTheRecommendation() {
        int[][] golden = {{0xFF, 0}, {0x7F, 0}, {0xFE, 8}, {0x7E, -8}, {0xF0, 120}, {0xEF, 132}, {0xE0, 372},
            {0xDF, 396}, {0xC0, 1884}, {0x8F, 16_764}, {0x80, 32_124}, {0x00, -32_124}, {0x0F, -16_764}};
        for (int[] pair : golden) {
            assertThat(G711.decodeUlaw((byte) pair[0])).as("code %x", pair[0]).isEqualTo((short) pair[1]);
        }
    }

    @Test
    void alawShouldDecodeToTheValuesOfTheRecommendation() {
        int[][] golden = {{0xD5, 8}, {0x55, -8}, {0xD4, 24}, {0xDA, 248}, {0xC5, 264}, {0xCA, 504}, {0xF5, 528},
            {0x80, 5504}, {0xAA, 32_256}, {0x2A, -32_256}, {0xA5, 16_896}};
        for (int[] pair : golden) {
            assertThat(G711.decodeAlaw((byte) pair[0])).as("code %x", pair[0]).isEqualTo((short) pair[1]);
        }
    }

    @Test
    void everyCodeShouldSurviveDecodingAndEncoding() {
        for (int code = 0; code < 256; code++) {
            short ulaw = G711.decodeUlaw((byte) code);
            short alaw = G711.decodeAlaw((byte) code);
            assertThat(G711.decodeUlaw(G711.encodeUlaw(ulaw))).isEqualTo(ulaw);
            assertThat(G711.encodeAlaw(alaw)).isEqualTo((byte) code);
        }
    }

    @Test
    void everySampleShouldBecomeANearestCode() {
        int[] ulaw = new int[256];
        int[] alaw = new int[256];
        for (int code = 0; code < 256; code++) {
            ulaw[code] = G711.decodeUlaw((byte) code);
            alaw[code] = G711.decodeAlaw((byte) code);
        }
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            assertThat(Math.abs(G711.decodeUlaw(G711.encodeUlaw((short) sample)) - sample))
                    .isEqualTo(distance(ulaw, sample));
            assertThat(Math.abs(G711.decodeAlaw(G711.encodeAlaw((short) sample)) - sample))
                    .isEqualTo(distance(alaw, sample));
        }
    }

    private static int distance(int[] values, int sample) {
        return Arrays.stream(values).map(value -> Math.abs(value - sample)).min().orElseThrow();
    }

    @Test
    void bothSignsShouldBeTreatedAlike() {
        for (int sample = 1; sample <= Short.MAX_VALUE; sample++) {
            assertThat(G711.decodeUlaw(G711.encodeUlaw((short) -sample)))
                    .isEqualTo((short) -G711.decodeUlaw(G711.encodeUlaw((short) sample)));
        }
    }

    @Test
    void silenceShouldHaveItsUsualCode() {
        assertThat(G711.encodeUlaw((short) 0)).isEqualTo(G711.ULAW_SILENCE).isEqualTo((byte) 0xFF);
        assertThat(G711.encodeAlaw((short) 0)).isEqualTo(G711.ALAW_SILENCE).isEqualTo((byte) 0xD5);
    }
}
