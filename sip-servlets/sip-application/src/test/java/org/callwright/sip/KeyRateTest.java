package org.callwright.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyRateTest {

    private final KeyRate rate = new KeyRate();

    private long allowed(long fromMillis, int keys, long millisBetween) {
        return LongStream.range(0, keys).filter(i -> rate.allows((fromMillis + i * millisBetween) * 1_000_000)).count();
    }

    @Test
    void keysOfAPersonShouldAllBeTold() {
        assertThat(allowed(-1_000, 200, 60)).isEqualTo(200);
    }

    @Test
    void floodShouldBeCutAndPassWithTheSecond() {
        assertThat(allowed(0, 3_000, 1)).isEqualTo(3L * KeyRate.MOST_PER_SECOND);
        assertThat(allowed(5_000, 10, 100)).isEqualTo(10);
    }
}
