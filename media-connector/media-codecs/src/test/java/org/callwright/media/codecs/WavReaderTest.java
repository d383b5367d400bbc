package org.callwright.media.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.callwright.media.codecs.WavException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavReaderTest {

    @TempDir
    Path folder;

    /** A WAV; further chunks stand, with three bytes each, before the data. */
    static byte[] wav(int encoding, int channels, int rate, int bits, byte[] data, String... chunks) {
        ByteBuffer file = ByteBuffer.allocate(44 + 12 * chunks.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WAVE"));
        for (String chunk : chunks) {
            file.put(ascii(chunk)).putInt(3).putInt(0x00AABBCC);
        }
        file.put(ascii("fmt ")).putInt(16).putShort((short) encoding).putShort((short) channels).putInt(rate);
        file.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8)).putShort((short) bits);
        return file.put(ascii("data")).putInt(data.length).put(data).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private short[] read(byte[] file) throws IOException {
        return WavReader.readAll(Files.write(folder.resolve("f.wav"), file), 60);
    }

    private void refused(Reason reason, byte[] file) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(WavException.class,
                e -> assertThat(e.reason()).isEqualTo(reason)).hasMessageMatching(".+");
    }

    @Test
    void usualEncodingsShouldBecomeSixteenBitMono() throws IOException {
        assertThat(read(wav(1, 1, 8000, 8, new byte[] {(byte) 128, (byte) 255, 0})))
                .containsExactly(0, 32_512, -32_768);
        assertThat(read(wav(1, 1, 8000, 16, new byte[] {1, 0, -1, -1}))).containsExactly(1, -1);
        assertThat(read(wav(1, 1, 8000, 24, new byte[] {99, 1, 0, 99, -1, -1}))).containsExactly(1, -1);
        assertThat(read(wav(1, 1, 8000, 32, new byte[] {9, 9, 1, 0}))).containsExactly(1);
        assertThat(read(wav(3, 1, 8000, 32, new byte[] {0, 0, -128, 63, 0, 0, 0, -65})))
                .containsExactly(32_767, -16_383);
        assertThat(read(wav(6, 1, 8000, 8, new byte[] {(byte) 0xD5, (byte) 0xAA}))).containsExactly(8, 32_256);
        assertThat(read(wav(7, 1, 8000, 8, new byte[] {(byte) 0xFE, (byte) 0x80}))).containsExactly(8, 32_124);
        assertThat(read(wav(1, 2, 8000, 16, new byte[] {10, 0, 20, 0, -10, -1, -20, -1}))).containsExactly(15, -15);
    }

    @Test
    void otherRatesShouldBeConverted() throws IOException {
        byte[] data = new byte[2 * 44_100];
        for (int i = 0; i < 44_100; i++) {
            short sample = (short) (9000 * Math.sin(2 * Math.PI * 700 * i / 44_100));
            data[2 * i] = (byte) sample;
            data[2 * i + 1] = (byte) (sample >> 8);
        }
        short[] samples = read(wav(1, 1, 44_100, 16, data));
        assertThat(samples).hasSize(8000);
        assertThat(Goertzel.share(samples, 400, 7200, 700, 8000)).isGreaterThan(0.999);
    }

    @Test
    void chunksBeforeTheAudioShouldBeSkipped() throws IOException {
        assertThat(read(wav(1, 1, 8000, 16, new byte[] {5, 0}, "LIST", "fact", "bext"))).containsExactly(5);
    }

    @Test
    void extensibleFormatShouldBeResolved() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(72).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(64).put(ascii("WAVEfmt ")).putInt(40).putShort((short) 0xFFFE);
        file.putShort((short) 1).putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        file.putShort((short) 22).putShort((short) 16).putInt(4).putShort((short) 1).position(60);
        file.put(ascii("data")).putInt(4).putShort((short) 77);
        assertThat(read(file.array())).startsWith((short) 77);
    }

    @Test
    void lyingLengthsShouldPlayWhatIsThere() throws IOException {
        byte[] file = wav(1, 1, 8000, 16, new byte[] {1, 0, 2, 0, 3, 0, 4});
        for (int length : new int[] {0, 8, 100_000, Integer.MAX_VALUE, -1}) {
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, length);
            assertThat(read(file)).containsExactly(1, 2, 3);
        }
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 4);
        assertThat(read(file)).containsExactly(1, 2);
    }

    @Test
    void whatIsNoWavShouldBeRefusedWithItsReason() {
        byte[] good = wav(1, 1, 8000, 16, new byte[100]);
        refused(Reason.NOT_WAV, new byte[0]);
        refused(Reason.NOT_WAV, ascii("RIFX and so on and on and on and on and on and on"));
        refused(Reason.NOT_WAV, Arrays.copyOf(good, 11));
        refused(Reason.NOT_WAV, Arrays.copyOf(good, 30));
        refused(Reason.NOT_WAV, Arrays.copyOf(good, 43));
        refused(Reason.UNSUPPORTED_FORMAT, wav(2, 1, 8000, 4, new byte[100]));
        refused(Reason.UNSUPPORTED_FORMAT, wav(1, 0, 8000, 16, new byte[100]));
        refused(Reason.UNSUPPORTED_FORMAT, wav(1, 9, 8000, 16, new byte[100]));
        refused(Reason.UNSUPPORTED_FORMAT, wav(1, 1, 0, 16, new byte[100]));
        refused(Reason.UNSUPPORTED_FORMAT, wav(1, 1, 800_000, 16, new byte[100]));
        refused(Reason.UNSUPPORTED_FORMAT, wav(1, 1, -8000, 16, new byte[100]));
        refused(Reason.UNSUPPORTED_FORMAT, wav(1, 1, 8000, 12, new byte[100]));
    }

    @Test
    void chunkThatClaimsMoreThanTheFileHasShouldLeaveNothing() {
        byte[] file = wav(1, 1, 8000, 16, new byte[100], "LIST");
        for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 200}) {
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(16, length);
            refused(Reason.NOT_WAV, file);
        }
    }

    @Test
    void dataBeforeFormatShouldBeRefused() {
        byte[] good = wav(1, 1, 8000, 16, new byte[100]);
        good[12] = 'x';
        refused(Reason.NOT_WAV, good);
    }

    @Test
    void tooLongAudioShouldBeRefusedBeforeItIsRead() throws IOException {
        Path file = Files.write(folder.resolve("f.wav"), wav(1, 1, 8000, 16, new byte[16_002]));
        assertThat(WavReader.readAll(file, 2)).hasSize(8001);
        assertThatThrownBy(() -> WavReader.readAll(file, 1)).isInstanceOfSatisfying(WavException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LONG));
    }

    @Test
    void piecesShouldBeReadByPosition() throws IOException {
        Path file = folder.resolve("p.wav");
        WavFileWriter.write(file, new short[] {1, 2, 3, 4, 5});
        try (WavReader reader = WavReader.open(file)) {
            assertThat(reader.header().telephony()).isTrue();
            assertThat(reader.header().duration()).isEqualTo(Duration.ofNanos(625_000));
            short[] target = new short[4];
            ByteBuffer scratch = ByteBuffer.allocateDirect(64).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(reader.read(3, target, 1, 3, scratch)).isEqualTo(2);
            assertThat(target).containsExactly(0, 4, 5, 0);
            assertThat(reader.read(9, target, 0, 3, scratch)).isZero();
            ByteBuffer tiny = ByteBuffer.allocate(5).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(reader.read(1, target, 0, 4, tiny)).isEqualTo(4);
            assertThat(target).containsExactly(2, 3, 4, 5);
        }
        Path stereo = Files.write(folder.resolve("s.wav"), wav(1, 2, 8000, 16, new byte[100]));
        try (WavReader reader = WavReader.open(stereo)) {
            assertThatThrownBy(() -> reader.read(0, new short[4], 0, 4, ByteBuffer.allocate(8))).isInstanceOfSatisfying(WavException.class,
                    e -> assertThat(e.reason()).isEqualTo(Reason.NOT_TELEPHONY));
        }
    }

    @Test
    void damagedFilesShouldNeverFailOtherwise() throws IOException {
        byte[] good = wav(1, 1, 8000, 16, new byte[400], "LIST");
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length));
            for (int k = 0; k < 3 && bad.length > 0; k++) {
                bad[random.nextInt(Math.min(60, bad.length))] = (byte) random.nextInt();
            }
            try {
                assertThat(read(bad).length).isLessThan(100_000);
            } catch (WavException e) {
                assertThat(e.reason()).isNotNull();
            }
        }
    }
}
