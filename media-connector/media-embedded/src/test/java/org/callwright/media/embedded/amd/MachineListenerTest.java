package org.callwright.media.embedded.amd;

import static org.assertj.core.api.Assertions.assertThat;

import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetection.Mode;
import org.junit.jupiter.api.Test;

/** How long the detector has listened, whatever way packets come. Time is stepped by hand, in milliseconds. */
class MachineListenerTest {

    private static final int FIRST = 0xFFFF_FF00;

    private final MachineListener listener = new MachineListener(MachineDetection.of(Mode.ENABLE), 0);
    private final short[] samples = new short[160];

    private void packet(int frame, int missing, int millis) {
        listener.audio(FIRST + frame * 160, samples, 160, missing, millis * 1_000_000L);
    }

    private void assertHeard(int millis) {
        assertThat(listener.detector().heardMillis()).isEqualTo(millis);
    }

    @Test
    void packetsInOrderShouldCountAsTheyAre() {
        for (int i = 0; i < 50; i++) {
            packet(i, 0, 20 * i + 20);
            listener.tick((20 * i + 20) * 1_000_000L);
        }
        assertHeard(1000);
    }

    @Test
    void lostPacketsShouldLeaveAGapAndLateOnesBeLeftOut() {
        packet(0, 0, 20);
        packet(3, 2, 80);
        packet(1, -1, 85);
        packet(4, 0, 100);
        assertHeard(100);
    }

    @Test
    void leapOfTheTimeStampShouldNotMakeTime() {
        packet(0, 0, 20);
        packet(100_000, 0, 40);
        assertHeard(140);
    }

    @Test
    void timeShouldGoOnByTheClockWhileNothingComes() {
        packet(0, 0, 20);
        listener.tick(200_000_000L);
        assertHeard(20);
        listener.tick(1_000_000_000L);
        assertHeard(1000);
        packet(50, 0, 1020);
        assertHeard(1020);
    }

    @Test
    void packetsThatWereHeldUpShouldStillBeHeard() {
        packet(0, 0, 20);
        listener.tick(400_000_000L);
        for (int i = 1; i <= 20; i++) {
            packet(i, 0, 420);
        }
        assertHeard(800);
    }

    @Test
    void keyShouldBeSilenceOnce() {
        packet(0, 0, 20);
        for (int i = 1; i <= 5; i++) {
            listener.silence(FIRST + 160, 160 * i, 0, (20 * i + 20) * 1_000_000L);
        }
        listener.silence(FIRST + 160, 800, 0, 125_000_000L);
        packet(6, 0, 140);
        assertHeard(140);
    }

    @Test
    void anotherSenderShouldGoOnWhereTheFirstStopped() {
        packet(0, 0, 20);
        listener.senderChanged();
        packet(-70_000, 0, 40);
        packet(-69_999, 0, 60);
        assertHeard(60);
    }

    @Test
    void decisionShouldComeByTheClockAlone() {
        listener.tick(4_900_000_000L);
        assertThat(listener.detector().decided()).isFalse();
        listener.tick(5_000_000_000L);
        assertThat(listener.detector().decided()).isTrue();
    }
}
