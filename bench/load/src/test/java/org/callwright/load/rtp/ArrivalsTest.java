package org.callwright.load.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final long MS = 1_000_000;

    @Test
    void gapShouldBeTheServersUnlessTheGeneratorStoodStillInIt() {
        Punctuality punctuality = new Punctuality();
        punctuality.round(100 * MS);
        punctuality.round(101 * MS);
        assertThat(punctuality.stoodStillSince(0)).isFalse();
        punctuality.round(110 * MS);
        assertThat(punctuality.stoodStillSince(90 * MS)).isTrue();
        assertThat(punctuality.stoodStillSince(111 * MS)).isFalse();
    }

    @Test
    void gapsShouldBeCountedByTheirLength() {
        Arrivals arrivals = new Arrivals();
        arrivals.add(20 * MS, 1, true);
        arrivals.add(31 * MS, 1, false);
        arrivals.add(41 * MS, 3, true);
        assertThat(arrivals.summary(4)).containsEntry("gapsOver30ms", 2L).containsEntry("gapsOver40ms", 1L)
                .containsEntry("gapsOver30msWhileGeneratorStood", 1L).containsEntry("lost", 2L)
                .containsEntry("shortPercent", 25.0);
    }
}
