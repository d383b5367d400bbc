package org.callwright.load.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WavFileTest {

    private static final int HEADER = 44;
    private static final int FRAME_BYTES = 2 * MarkedFrame.SAMPLES;

    @Test
    void aMarkedFileShouldBeReadBackWhole() throws IOException {
        AudioVerdict verdict = WavFile.judge(WavFile.marked(7, 100));

        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.stream()).isEqualTo(7);
        assertThat(verdict.frames()).isEqualTo(100);
    }

    @Test
    void aFileCutShortShouldBeReadAsFarAsItGoes() throws IOException {
        byte[] file = WavFile.marked(7, 100);

        AudioVerdict verdict = WavFile.judge(Arrays.copyOf(file, HEADER + 50 * FRAME_BYTES + 11));

        assertThat(verdict.frames()).isEqualTo(50);
        assertThat(verdict.after()).isEqualTo(5);
    }

    @Test
    void aSampleThatNoCodeStandsForShouldBeFound() throws IOException {
        byte[] file = WavFile.marked(7, 10);
        file[HEADER + 3 * FRAME_BYTES + 2 * 77] ^= 1;

        AudioVerdict verdict = WavFile.judge(file);

        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.changed()).isEqualTo(1);
    }

    @Test
    void zerosPutInShouldBeFound() throws IOException {
        byte[] file = WavFile.marked(7, 10);
        int at = HEADER + 4 * FRAME_BYTES;
        byte[] longer = new byte[file.length + 160];
        System.arraycopy(file, 0, longer, 0, at);
        System.arraycopy(file, at, longer, at + 160, file.length - at);
        longer[40] += (byte) 160;

        assertThat(WavFile.judge(longer).inserted()).isEqualTo(80);
    }

    @Test
    void whatIsNoTelephoneAudioShouldBeRefused() {
        byte[] wide = WavFile.marked(7, 10);
        wide[24] = (byte) 0x80;

        assertThatThrownBy(() -> WavFile.judge(wide)).isInstanceOf(IOException.class).hasMessageContaining("8 kHz");
        assertThatThrownBy(() -> WavFile.judge(new byte[20])).isInstanceOf(IOException.class);
    }

    @Test
    void everyCodeShouldComeBackExceptTheSecondZero() {
        for (int code = 0; code < 256; code++) {
            int expected = code == 0x7F ? 0xFF : code;
            assertThat(Ulaw.exactCode(Ulaw.linear(code))).isEqualTo((short) expected);
        }
        assertThat(Ulaw.linear(0x80)).isEqualTo((short) 32_124);
        assertThat(Ulaw.exactCode((short) 1)).isEqualTo(Ulaw.NO_CODE);
    }
}
