package org.callwright.media.embedded.tick;

import static org.assertj.core.api.Assertions.assertThat;

import org.callwright.media.spi.SendLateness;
import org.junit.jupiter.api.Test;

class LatenessCounterTest {

    private static final long MS = 1_000_000;

    private static long[] counted(LatenessCounter counter) {
        long[] sums = new long[SendLateness.BOUNDS_MS.size() + 1];
        counter.addTo(sums);
        return sums;
    }

    @Test
    void turnShouldBeInTheBucketWhoseEndItDoesNotExceed() {
        LatenessCounter counter = new LatenessCounter();
        counter.count(-5);
        counter.count(1 * MS);
        counter.count(1 * MS + 1);
        counter.count(10 * MS);
        counter.count(10 * MS + 1);
        counter.count(200 * MS);
        counter.count(201 * MS);
        counter.leftOut(7);

        assertThat(counted(counter)).containsExactly(2, 1, 0, 1, 1, 0, 0, 1, 8);
    }

    @Test
    void countersShouldAddUp() {
        LatenessCounter one = new LatenessCounter();
        LatenessCounter other = new LatenessCounter();
        one.count(0);
        other.count(0);
        long[] sums = counted(one);
        other.addTo(sums);

        assertThat(sums[0]).isEqualTo(2);
    }
}
