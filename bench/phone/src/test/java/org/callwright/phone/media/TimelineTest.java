package org.callwright.phone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline timeline = new Timeline();

    @Test
    void gapsShouldBeSilenceAndLatePacketsShouldFindTheirPlace() {
        add(1, -160, 1, 0);
        add(1, 160, 3, 0);
        add(1, 0, 2, 0);
        add(1, 480, 5, 0);
        assertThat(heard()).containsExactly(1, 2, 3, 0, 5);
    }

    @Test
    void timestampsShouldRunOverTheirEnd() {
        add(1, Integer.MAX_VALUE - 100, 1, 0);
        add(1, Integer.MAX_VALUE - 100 + 160, 2, 0);
        assertThat(heard()).containsExactly(1, 2);
    }

    @Test
    void newSourceShouldGoOnWhereTheClockSays() {
        add(1, 1000, 1, 0);
        add(2, 987_654_321, 2, 40_000_000);
        add(2, 987_654_481, 3, 60_000_000);
        assertThat(heard()).containsExactly(1, 0, 2, 3);
    }

    @Test
    void wildJumpShouldNotStretchTheTime() {
        add(1, 1000, 1, 0);
        add(1, 1000 + 8000 * 3600, 2, 20_000_000);
        assertThat(heard()).containsExactly(1, 2);
    }

    @Test
    void packetBeforeTheFirstShouldBeDropped() {
        add(1, 1600, 2, 0);
        add(1, 1440, 1, 0);
        assertThat(heard()).containsExactly(2);
    }

    private void add(int ssrc, int timestamp, int value, long nanos) {
        short[] samples = new short[160];
        Arrays.fill(samples, (short) value);
        timeline.add(new RtpPacket(0, false, 0, timestamp, ssrc, new byte[0]), samples, nanos);
    }

    private int[] heard() {
        short[] all = timeline.snapshot();
        int[] frames = new int[all.length / 160];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = all[i * 160];
        }
        return frames;
    }
}
