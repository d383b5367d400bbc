package org.callwright.media.embedded.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The buffer under a clock of the test's: one step is 20 ms, in which packets come and one frame is taken. */
class PlayoutBufferTest {

    private static final int FRAME = PlayoutBuffer.FRAME;
    private static final int START = 0x7FFF_FF00;

    private final short[] frame = new short[FRAME];
    private short[] out = new short[0];
    private int concealed;
    private final PlayoutBuffer buffer = new PlayoutBuffer(FRAME, 15 * FRAME, () -> concealed++);

    private static short[] loud(long packet) {
        short[] samples = new short[FRAME];
        for (int i = 0; i < FRAME; i++) {
            samples[i] = (short) (5000 + packet * FRAME + i);
        }
        return samples;
    }

    private void packet(long number, int missing) {
        buffer.audio(START + (int) (number * FRAME), loud(number), FRAME, missing, 0);
    }

    private void quietPacket(long number) {
        buffer.audio(START + (int) (number * FRAME), new short[FRAME], FRAME, 0, 0);
    }

    private void read() {
        buffer.read(frame);
        out = Arrays.copyOf(out, out.length + FRAME);
        System.arraycopy(frame, 0, out, out.length - FRAME, FRAME);
    }

    private void read(int frames) {
        for (int i = 0; i < frames; i++) {
            read();
        }
    }

    private short[] heard(int from, int frames) {
        return Arrays.copyOfRange(out, from * FRAME, (from + frames) * FRAME);
    }

    private static short[] packets(int from, int count) {
        short[] all = new short[count * FRAME];
        for (int i = 0; i < count; i++) {
            System.arraycopy(loud(from + i), 0, all, i * FRAME, FRAME);
        }
        return all;
    }

    @Test
    void regularPacketsShouldComeOutUnchangedAfterTheDelay() {
        for (int i = 0; i < 100; i++) {
            packet(i, 0);
            read();
        }
        assertThat(heard(0, 1)).containsOnly(0);
        assertThat(heard(1, 99)).isEqualTo(packets(0, 99));
        assertThat(concealed).isZero();
    }

    @Test
    void packetsInPairsShouldComeOutUnchanged() {
        for (int i = 0; i < 100; i += 2) {
            packet(i, 0);
            packet(i + 1, 0);
            read(2);
        }
        assertThat(heard(1, 99)).isEqualTo(packets(0, 99));
    }

    @Test
    void packetsOutOfOrderShouldBePutInOrder() {
        packet(0, 0);
        packet(2, 1);
        packet(1, -1);
        read(4);
        assertThat(heard(1, 3)).isEqualTo(packets(0, 3));
        assertThat(concealed).isZero();
    }

    @Test
    void latePacketShouldBePlayedAndTheDelayGrow() {
        packet(0, 0);
        read(3);
        packet(1, 0);
        packet(2, 0);
        read();
        packet(3, 0);
        read();
        packet(4, 0);
        read(2);
        assertThat(heard(1, 1)).isEqualTo(packets(0, 1));
        assertThat(heard(3, 4)).isEqualTo(packets(1, 4));
    }

    @Test
    void lostPacketShouldBeConcealedAtItsLength() {
        packet(0, 0);
        read();
        packet(2, 1);
        packet(3, 0);
        read(4);
        assertThat(heard(1, 1)).isEqualTo(packets(0, 1));
        assertThat(heard(2, 1)).isNotEqualTo(packets(1, 1)).contains(loud(0)[0]);
        assertThat(heard(3, 2)).isEqualTo(packets(2, 2));
        assertThat(concealed).isEqualTo(1);
    }

    @Test
    void senderThatIsGoneShouldFadeToSilenceForEver() {
        packet(0, 0);
        read(2);
        read(500);
        assertThat(heard(6, 490)).containsOnly(0);
        assertThat(buffer.silent()).isTrue();
        packet(501, 0);
        packet(502, 0);
        int next = out.length / FRAME;
        read(3);
        assertThat(heard(next, 3)).containsSequence(packets(501, 2));
    }

    @Test
    void burstAfterALongStallShouldNotStayBehind() {
        packet(0, 0);
        read(2);
        read(100);
        for (int i = 1; i <= 100; i++) {
            packet(i, 0);
        }
        int next = out.length / FRAME;
        read(17);
        assertThat(heard(next, 17)).containsSequence(packets(100, 1));
    }

    @Test
    void anotherSenderShouldBeHeardBehindTheOneBefore() {
        for (int i = 0; i < 5; i++) {
            packet(i, 0);
        }
        buffer.senderChanged();
        buffer.audio(77, loud(50), FRAME, 0, 0);
        read(7);
        assertThat(heard(1, 5)).isEqualTo(packets(0, 5));
        assertThat(heard(6, 1)).isEqualTo(packets(50, 1));
    }

    @Test
    void timeStampsThatLeapShouldBeginAnew() {
        packet(0, 0);
        read(2);
        packet(1_000_000, 0);
        packet(1_000_001, 0);
        read(3);
        assertThat(heard(2, 3)).containsSequence(packets(1_000_000, 2));
        packet(5, 0);
        packet(6, 0);
        read(3);
        assertThat(heard(5, 3)).containsSequence(packets(5, 2));
    }

    @Test
    void silenceOfAKeyShouldBeSilenceAndSpeechGoOnBehindIt() {
        packet(0, 0);
        read(2);
        for (int i = 1; i <= 4; i++) {
            buffer.silence(START + FRAME, i * FRAME, 0, 0);
            read();
        }
        packet(5, 0);
        packet(6, 0);
        read(3);
        assertThat(heard(3, 2)).containsOnly(0);
        assertThat(Arrays.copyOfRange(out, 5 * FRAME, out.length)).containsSequence(packets(5, 2));
    }

    /** An hour of a sender whose clock is wrong by so many parts in a million; a second of speech, a second of none. */
    private void anHour(int partsPerMillion) {
        double sent = 0;
        long number = 0;
        int losses = 0;
        long expected = -1;
        for (int step = 0; step < 180_000; step++) {
            sent += 1 + partsPerMillion / 1e6;
            while (number < (long) sent) {
                if (number / 50 % 2 == 0) {
                    buffer.audio(START + (int) (number * FRAME), numbered(number), FRAME, 0, 0);
                } else {
                    quietPacket(number);
                }
                number++;
            }
            buffer.read(frame);
            if (frame[0] >= 1000) {
                int speech = frame[0] - 1000;
                losses += expected >= 0 && speech != 0 && speech != expected ? 1 : 0;
                expected = speech + 1;
            }
        }
        assertThat(losses).as("breaks within speech").isZero();
        assertThat(concealed).isZero();
    }

    private static short[] numbered(long number) {
        short[] samples = new short[FRAME];
        Arrays.fill(samples, (short) (1000 + number % 50));
        return samples;
    }

    @Test
    void clockThatIsTooFastShouldBeMadeUpForInSilence() {
        anHour(200);
    }

    @Test
    void clockThatIsTooSlowShouldBeMadeUpForInSilence() {
        anHour(-200);
    }

    @Test
    void jitterShouldMakeTheDelayLongerAndPeaceShorterAgain() {
        Random random = new Random(7);
        int number = 0;
        double[] due = new double[2000];
        for (int i = 0; i < due.length; i++) {
            due[i] = Math.max(i == 0 ? 0 : due[i - 1], i + (i < 1000 ? random.nextDouble() * 4 : 0));
        }
        for (int step = 0; step < due.length + 20; step++) {
            while (number < due.length && due[number] <= step) {
                if (number % 25 < 5) {
                    quietPacket(number);
                } else {
                    buffer.audio(START + number * FRAME, numbered(number), FRAME, 0, 0);
                }
                number++;
            }
            read();
        }
        int speeches = 0;
        for (int i = 0; i < out.length; i += FRAME) {
            speeches += out[i] >= 1000 && out[i] == out[i + FRAME - 1] ? 1 : 0;
        }
        assertThat(speeches).isGreaterThanOrEqualTo(due.length * 4 / 5 - 5);
        int last = out.length - 1;
        while (out[last] < 1000) {
            last--;
        }
        assertThat(out.length / FRAME - last / FRAME).as("frames since the last speech").isGreaterThan(15);
    }
}
