package org.callwright.load.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MarkedAudioReaderTest {

    private static final int STREAM = 4711;

    @Test
    void anUntouchedStreamShouldBeWhole() {
        AudioVerdict verdict = judge(frames(0, 500), 160);

        assertThat(verdict.whole()).isTrue();
        assertThat(verdict).isEqualTo(new AudioVerdict(STREAM, 500, 0, 499, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void piecesOfAnyLengthShouldGiveTheSame() {
        byte[] audio = frames(0, 50);

        assertThat(judge(audio, 1)).isEqualTo(judge(audio, 160)).isEqualTo(judge(audio, 233))
                .isEqualTo(judge(audio, audio.length));
    }

    @Test
    void cutFramesShouldBeMissing() {
        AudioVerdict verdict = judge(join(frames(0, 10), frames(12, 20)), 160);

        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.missing()).isEqualTo(2);
        assertThat(verdict.frames()).isEqualTo(18);
    }

    @Test
    void aCutInsideAFrameShouldTakeThatFrameAndLeaveItsRestAsInserted() {
        byte[] audio = frames(0, 10);
        AudioVerdict verdict = judge(join(Arrays.copyOf(audio, 800 + 30), Arrays.copyOfRange(audio, 800 + 90, 1600)), 160);

        assertThat(verdict.missing()).isEqualTo(1);
        assertThat(verdict.inserted()).isEqualTo(100);
    }

    @Test
    void insertedSilenceShouldBeCounted() {
        byte[] silence = new byte[80];
        Arrays.fill(silence, (byte) 0xFF);
        AudioVerdict verdict = judge(join(frames(0, 5), silence, frames(5, 10)), 160);

        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.inserted()).isEqualTo(80);
        assertThat(verdict.missing()).isZero();
    }

    @Test
    void silenceInsertedWithinAFrameShouldBeCountedWithThatFrame() {
        byte[] audio = frames(0, 10);
        AudioVerdict verdict = judge(join(Arrays.copyOf(audio, 850), new byte[80], Arrays.copyOfRange(audio, 850, 1600)), 160);

        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.changed() + verdict.inserted()).isGreaterThanOrEqualTo(80);
    }

    @Test
    void aChangedSampleShouldBeFoundWhereverItIs() {
        for (int at = 160; at < 320; at++) {
            byte[] audio = frames(0, 3);
            audio[at] ^= 1;
            AudioVerdict verdict = judge(audio, 160);

            assertThat(verdict.whole()).as("sample %d", at - 160).isFalse();
            assertThat(verdict.changed() + verdict.missing()).isEqualTo(1);
        }
    }

    @Test
    void repeatedFramesShouldBeCounted() {
        AudioVerdict verdict = judge(join(frames(0, 5), frames(4, 8)), 160);

        assertThat(verdict.repeated()).isEqualTo(1);
        assertThat(verdict.missing()).isZero();
        assertThat(verdict.whole()).isFalse();
    }

    @Test
    void framesOfAnotherStreamShouldBeForeign() {
        byte[] other = new byte[160];
        MarkedFrame.write(STREAM + 1, 5, other, 0);
        AudioVerdict verdict = judge(join(frames(0, 5), other, frames(5, 10)), 160);

        assertThat(verdict.foreign()).isEqualTo(1);
        assertThat(verdict.whole()).isFalse();
    }

    @Test
    void silenceAroundTheStreamShouldNotSpoilIt() {
        byte[] silence = new byte[250];
        Arrays.fill(silence, (byte) 0xFF);
        AudioVerdict verdict = judge(join(silence, frames(3, 8), silence), 160);

        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.before()).isEqualTo(250);
        assertThat(verdict.after()).isEqualTo(250);
        assertThat(verdict.first()).isEqualTo(3);
        assertThat(verdict.last()).isEqualTo(7);
    }

    @Test
    void silenceAloneShouldHoldNoFrame() {
        assertThat(judge(new byte[4000], 160)).isEqualTo(new AudioVerdict(-1, 0, -1, -1, 0, 0, 0, 0, 0, 4000, 0));
    }

    private static byte[] frames(int from, int to) {
        byte[] audio = new byte[(to - from) * MarkedFrame.SAMPLES];
        for (int number = from; number < to; number++) {
            MarkedFrame.write(STREAM, number, audio, (number - from) * MarkedFrame.SAMPLES);
        }
        return audio;
    }

    private static byte[] join(byte[]... parts) {
        byte[] whole = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    private static AudioVerdict judge(byte[] audio, int piece) {
        MarkedAudioReader reader = new MarkedAudioReader();
        for (int at = 0; at < audio.length; at += piece) {
            reader.accept(audio, at, Math.min(audio.length, at + piece));
        }
        return reader.verdict();
    }
}
