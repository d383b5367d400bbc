package org.callwright.media.embedded.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The timeline under a clock that the test moves. Samples are their own place in the stream, so order shows. */
class TimelineTest {

    private static final long MS = 1_000_000;
    private static final int START = 0x7FFF_FFB0;

    private final short[] out = new short[200_000];
    private int length;
    private int concealed;
    private long now = 5_000 * MS;
    private final Timeline timeline = new Timeline(this::take, () -> concealed++, now);

    private void take(short[] samples, int offset, int count) {
        System.arraycopy(samples, offset, out, length, count);
        length += count;
    }

    private static short[] numbered(int from, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) (from + i + 1);
        }
        return samples;
    }

    private void packet(int from, int count, int missing) {
        timeline.audio(START + from, numbered(from, count), count, missing, now);
    }

    private void pass(int milliseconds) {
        for (int i = 0; i < milliseconds; i += 20) {
            now += 20 * MS;
            timeline.tick(now);
        }
    }

    private short[] written() {
        return Arrays.copyOf(out, length);
    }

    @Test
    void orderedAudioShouldGoStraightThroughAcrossTheWrapOfTheTimestamp() {
        for (int i = 0; i < 50; i++) {
            packet(160 * i, 160, 0);
            assertThat(length).isEqualTo(160 * (i + 1));
            pass(20);
        }
        assertThat(written()).isEqualTo(numbered(0, 8000));
        assertThat(concealed).isZero();
    }

    @Test
    void holeShouldWaitForItsPacketAndNoLonger() {
        packet(0, 160, 0);
        packet(320, 160, 1);
        pass(80);
        assertThat(length).isEqualTo(160);
        packet(160, 160, -1);
        assertThat(written()).isEqualTo(numbered(0, 480));
        packet(640, 160, 1);
        pass(120);
        assertThat(length).isEqualTo(800);
        assertThat(concealed).isEqualTo(1);
        packet(480, 160, -1);
        assertThat(length).isEqualTo(800);
        assertThat(Arrays.copyOfRange(out, 640, 800)).isEqualTo(numbered(640, 160));
    }

    @Test
    void concealedAudioShouldRepeatAndFade() {
        short[] loud = new short[160];
        Arrays.fill(loud, (short) 10_000);
        timeline.audio(START, loud, 160, 0, now);
        timeline.audio(START + 1600, loud, 160, 9, now);
        timeline.flush();
        assertThat(length).isEqualTo(1760);
        assertThat(out[160]).isEqualTo((short) 10_000);
        assertThat(out[400]).isEqualTo((short) 5000);
        assertThat(Arrays.copyOfRange(out, 640, 1600)).containsOnly(0);
        assertThat(out[1600]).isEqualTo((short) 10_000);
        assertThat(concealed).isEqualTo(9);
    }

    @Test
    void lossLongerThanTheBufferShouldKeepTheLength() {
        packet(0, 160, 0);
        pass(1000);
        packet(8000, 160, 49);
        timeline.flush();
        assertThat(length).isEqualTo(8160);
        assertThat(Arrays.copyOfRange(out, 8000, 8160)).isEqualTo(numbered(8000, 160));
    }

    @Test
    void pauseShouldBeSilentAtOnceEvenBehindAHole() {
        packet(0, 160, 0);
        packet(320, 160, 1);
        packet(1600, 160, 0);
        packet(160, 160, -1);
        assertThat(length).isEqualTo(1760);
        assertThat(Arrays.copyOf(out, 480)).isEqualTo(numbered(0, 480));
        assertThat(Arrays.copyOfRange(out, 480, 1600)).containsOnly(0);
        assertThat(concealed).isZero();
    }

    @Test
    void absenceShouldGrowByTheClockAndLeaveRoomForALateSender() {
        packet(0, 160, 0);
        pass(2000);
        assertThat(length).isEqualTo(160 + 16_000 - Timeline.ABSENT_MS * 8);
        assertThat(timeline.length(now)).isEqualTo(160 + 16_000);
        packet(160 + 16_000, 160, 0);
        assertThat(length).isEqualTo(160 + 16_000 + 160);
        assertThat(Arrays.copyOfRange(out, 16_160, 16_320)).isEqualTo(numbered(16_160, 160));
    }

    @Test
    void senderThatWasOnlyHeldUpShouldLoseNothing() {
        packet(0, 160, 0);
        pass(500);
        for (int i = 1; i <= 25; i++) {
            packet(160 * i, 160, 0);
        }
        assertThat(written()).isEqualTo(numbered(0, 26 * 160));
    }

    @Test
    void senderWhoseTimestampsStoodStillShouldLoseNothing() {
        packet(0, 160, 0);
        pass(3000);
        int before = length;
        for (int i = 1; i <= 5; i++) {
            packet(160 * i, 160, 0);
        }
        assertThat(length).isGreaterThanOrEqualTo(before + 800);
        assertThat(Arrays.copyOfRange(out, length - 800, length)).isEqualTo(numbered(160, 800));
        assertThat(length).isBetween(24_000 - 160, 24_000 + 960);
    }

    @Test
    void firstAudioShouldStandAtItsPlaceByTheClock() {
        pass(400);
        packet(0, 160, 0);
        assertThat(length).isEqualTo(3200);
        assertThat(Arrays.copyOfRange(out, 3040, 3200)).isEqualTo(numbered(0, 160));
    }

    @Test
    void runningStreamShouldBeJoinedAtItsNextSample() {
        timeline.anchor(START + 320);
        packet(160, 160, -1);
        assertThat(length).isZero();
        packet(480, 160, 1);
        pass(120);
        assertThat(length).isEqualTo(320);
        assertThat(concealed).isEqualTo(1);
    }

    @Test
    void otherSenderShouldFollowBehindWhatIsThere() {
        packet(0, 160, 0);
        packet(320, 160, 1);
        timeline.senderChanged();
        timeline.audio(77, numbered(5000, 160), 160, 0, now);
        assertThat(length).isEqualTo(640);
        assertThat(Arrays.copyOfRange(out, 480, 640)).isEqualTo(numbered(5000, 160));
    }

    @Test
    void overlappingEventShouldOnlyAddWhatIsNew() {
        packet(0, 160, 0);
        timeline.silence(START + 160, 160, 0, now);
        timeline.silence(START + 160, 320, 0, now);
        timeline.silence(START + 160, 800, 2, now);
        timeline.silence(START + 160, 800, 0, now);
        packet(960, 160, 0);
        assertThat(length).isEqualTo(1120);
        assertThat(Arrays.copyOfRange(out, 160, 960)).containsOnly(0);
        assertThat(Arrays.copyOfRange(out, 960, 1120)).isEqualTo(numbered(960, 160));
        assertThat(concealed).isZero();
    }

    @Test
    void eventThatSaysItIsLongerThanTimeShouldNotStretchTheRecording() {
        packet(0, 160, 0);
        timeline.silence(START + 160, 0xFFFF, 0, now);
        assertThat(length).isEqualTo(160 + 4000);
        pass(500);
        timeline.silence(START + 160, 0xFFFF, 0, now);
        assertThat(length).isLessThanOrEqualTo(160 + 3 * 4000);
    }

    @Test
    void repeatedAndPartlyOldAudioShouldNotBeWrittenTwice() {
        packet(0, 160, 0);
        packet(0, 160, -1);
        packet(80, 160, -1);
        assertThat(written()).isEqualTo(numbered(0, 240));
    }
}
