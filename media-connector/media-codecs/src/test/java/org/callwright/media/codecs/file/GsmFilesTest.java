package org.callwright.media.codecs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.spi.file.AudioStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GSM files, written as recordings are and read in every way. */
class GsmFilesTest {

    private final short[] speech = new short[160 * 250 + 77];
    @TempDir
    Path folder;
    private Path file;

    /** Something with pauses, tones and noise in it. */
    @BeforeEach
    void makeSound() {
        file = folder.resolve("r.gsm");
        Random random = new Random(11);
        for (int i = 0; i < speech.length; i++) {
            double loudness = Math.max(0, Math.sin(i / 3_000.0)) * 9_000;
            speech[i] = (short) (loudness * Math.sin(i * (0.1 + i / 100_000.0)) + random.nextGaussian() * 200);
        }
    }

    private void write() throws IOException {
        try (GsmFileWriter writer = GsmFileWriter.create(file)) {
            int[] pieces = {1, 159, 160, 161, 4_000, 8_192, 7};
            for (int at = 0, piece = 0; at < speech.length; piece++) {
                int count = Math.min(pieces[piece % pieces.length], speech.length - at);
                writer.append(speech, at, count);
                at += count;
                assertThat(writer.samples()).isEqualTo(at);
                assertThat(Files.size(file)).isEqualTo(at / 160 * 33L);
            }
        }
        assertThat(Files.size(file)).isEqualTo(251 * 33);
    }

    private short[] decoded() throws IOException {
        short[] samples = new short[251 * 160];
        try (AudioStream audio = new GsmFiles().open(file)) {
            int done = 0;
            for (int read = audio.read(samples, 0, 99); read >= 0; read = audio.read(samples, done,
                    Math.max(1, Math.min(99, samples.length - done)))) {
                done += read;
            }
            assertThat(done).isEqualTo(samples.length);
        }
        return samples;
    }

    @Test
    void fileShouldBeWhatSoxMakesOfTheSameAudio() throws Exception {
        assumeTrue(Judge.installed("sox"), "sox is not installed");
        write();
        Path wav = folder.resolve("in.wav");
        WavFileWriter.write(wav, Arrays.copyOf(speech, 250 * 160));
        Path judged = folder.resolve("judged.gsm");
        Judge.run("sox", wav.toString(), "-t", "gsm", judged.toString());
        byte[] ours = Files.readAllBytes(file);
        assertThat(Arrays.copyOf(ours, 250 * 33)).isEqualTo(Arrays.copyOf(Files.readAllBytes(judged), 250 * 33));
    }

    @Test
    void piecesShouldBeTheSameHoweverTheyAreRead() throws IOException {
        write();
        short[] whole = decoded();
        GsmReader reader = new GsmReader(file);
        assertThat(GsmReader.samples(Files.size(file))).isEqualTo(whole.length);
        for (int from : new int[] {0, 100, 200, 0, 150, 10, 10}) {
            short[] piece = new short[51 * 160];
            reader.read(from * 160L, piece, piece.length);
            assertThat(piece).isEqualTo(Arrays.copyOfRange(whole, from * 160, (from + 51) * 160));
        }
        assertThatThrownBy(() -> reader.read(240 * 160, new short[1_920], 1_920)).isInstanceOf(EOFException.class);
    }

    @Test
    void crashShouldLeaveWholeFramesAfterRepair() throws IOException {
        write();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(200 * 33 + 12);
        }
        assertThat(GsmRepair.repair(file)).isEqualTo(Duration.ofSeconds(4));
        assertThat(GsmRepair.repair(file)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Files.size(file)).isEqualTo(200 * 33);
        Files.write(file, new byte[5]);
        assertThat(GsmRepair.repair(file)).isZero();
        assertThat(file).isEmptyFile();
    }

    @Test
    void wavOfItShouldBeTheDecodedAudioByteForByteAndFromAnyPlace() throws IOException {
        write();
        Path wav = folder.resolve("expected.wav");
        WavFileWriter.write(wav, decoded());
        byte[] expected = Files.readAllBytes(wav);
        long size = Files.size(file);
        assertThat(WavOfGsm.size(size)).isEqualTo(expected.length);
        try (InputStream whole = new WavOfGsm(file, size)) {
            assertThat(whole.readAllBytes()).isEqualTo(expected);
        }
        for (int from : new int[] {0, 1, 44, 45, 30_001, expected.length - 1}) {
            try (InputStream part = new WavOfGsm(file, size)) {
                part.skipNBytes(from);
                assertThat(part.read()).isEqualTo(expected[from] & 0xFF);
            }
        }
        assertThat(WavReader.readAll(wav, 60)).hasSize(251 * 160);
    }

    @Test
    void fileThatIsThereShouldNotBeOverwritten() throws IOException {
        Files.createFile(file);
        assertThatThrownBy(() -> GsmFileWriter.create(file)).isInstanceOf(IOException.class);
    }
}
