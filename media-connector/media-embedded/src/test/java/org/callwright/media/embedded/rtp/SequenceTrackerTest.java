package org.callwright.media.embedded.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceTrackerTest {

    private final SequenceTracker tracker = new SequenceTracker();

    private int count(int sequence) {
        return tracker.count(tracker.extend(sequence));
    }

    @Test
    void numbersShouldRunOnThroughTheWrap() {
        assertThat(count(65_534)).isZero();
        assertThat(count(65_535)).isZero();
        assertThat(count(0)).isZero();
        assertThat(count(1)).isZero();
        assertThat(tracker.highest()).isEqualTo(0x1_0000L + 65_537);
        assertThat(tracker.cumulativeLost()).isZero();
    }

    @Test
    void gapsShouldBeCountedAndLateArrivalsCountedBack() {
        count(10);
        assertThat(count(14)).isEqualTo(3);
        assertThat(tracker.duplicate(tracker.extend(12))).isFalse();
        assertThat(count(12)).isEqualTo(-1);
        assertThat(tracker.duplicate(tracker.extend(12))).isTrue();
        assertThat(tracker.cumulativeLost()).isEqualTo(2);
        assertThat(tracker.fractionLost()).isEqualTo(2 * 256 / 5);
        count(15);
        assertThat(tracker.fractionLost()).isZero();
    }

    @Test
    void veryOldPacketsShouldCountAsRepeated() {
        for (int i = 0; i < 200; i++) {
            count(i);
        }
        assertThat(tracker.duplicate(tracker.extend(100))).isTrue();
        assertThat(tracker.restarted(tracker.extend(100))).isFalse();
        assertThat(tracker.restarted(tracker.extend(20_000))).isTrue();
    }

    @Test
    void steadyArrivalShouldHaveNoJitterAndUnsteadySome() {
        for (int i = 0; i < 100; i++) {
            count(i);
            tracker.arrival(7 + 160 * i, 160 * i);
        }
        assertThat(tracker.jitter()).isZero();
        for (int i = 100; i < 200; i++) {
            count(i);
            tracker.arrival(7 + 160 * i + (i % 2) * 80, 160 * i);
        }
        assertThat(tracker.jitter()).isBetween(70, 80);
    }
}
