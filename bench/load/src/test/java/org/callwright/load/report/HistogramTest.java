package org.callwright.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void anEmptyHistogramShouldSayZero() {
        Histogram empty = new Histogram();

        assertThat(empty.count()).isZero();
        assertThat(empty.percentile(0.99)).isZero();
    }

    @Test
    void smallValuesShouldBeExact() {
        Histogram histogram = new Histogram();
        for (int value = 1; value <= 60; value++) {
            histogram.add(value);
        }

        assertThat(histogram.percentile(0.5)).isEqualTo(30);
        assertThat(histogram.percentile(1)).isEqualTo(60);
        assertThat(histogram.percentile(0)).isEqualTo(1);
    }

    @Test
    void percentilesShouldNeverLookBetterAndAtMostASixtyFourthWorse() {
        long[] values = new Random(1).longs(20_000, 0, 60_000_000).toArray();
        Histogram histogram = new Histogram();
        Arrays.stream(values).forEach(histogram::add);
        Arrays.sort(values);

        for (double share : new double[] {0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 1}) {
            long exact = values[(int) Math.ceil(share * values.length) - 1];
            assertThat(histogram.percentile(share)).isBetween(exact, exact + exact / 64 + 1);
        }
        assertThat(histogram.max()).isEqualTo(values[values.length - 1]);
    }

    @Test
    void theLargestAndNegativeValuesShouldHaveAPlace() {
        Histogram histogram = new Histogram();
        histogram.add(Long.MAX_VALUE);
        histogram.add(-5);

        assertThat(histogram.percentile(0.5)).isZero();
        assertThat(histogram.percentile(1)).isEqualTo(Long.MAX_VALUE);
    }
}
