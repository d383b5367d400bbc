package org.callwright.media.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.callwright.media.codecs.Goertzel;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.codecs.file.AudioFiles;
import org.callwright.media.codecs.file.TelephonyWav;
import org.callwright.media.spi.file.AudioFileException;
import org.callwright.media.spi.file.AudioStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MP3 files that ffmpeg makes, and what is left of them when they are damaged. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class Mp3FilesTest {

    private static final int[] HERTZ = {300, 1_000, 2_500, 3_300};
    private static final double AMPLITUDE = 5_000;
    /** A multiple of all periods. */
    private static final int RANGE = 8_000;

    private final AudioFiles files = AudioFiles.installed(Mp3FilesTest.class.getClassLoader());
    @TempDir
    Path folder;

    @BeforeEach
    void ffmpegMustBeInstalled() {
        assumeTrue(Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "ffmpeg"))), "ffmpeg is not installed");
    }

    /** Two seconds of four tones. */
    private Path mp3(int rate, int channels, String... options) throws Exception {
        Path file = folder.resolve("f.mp3");
        StringBuilder sum = new StringBuilder("0");
        for (int hertz : HERTZ) {
            sum.append("+sin(2*PI*").append(hertz).append("*t)*").append(AMPLITUDE / 32_768);
        }
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i",
                "aevalsrc=" + String.join("|", Collections.nCopies(channels, sum.toString())) + ":s=" + rate
                        + ":d=2", "-c:a", "libmp3lame"));
        command.addAll(List.of(options));
        command.add(file.toString());
        run(command.toArray(String[]::new));
        return file;
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private short[] converted(Path file) throws IOException {
        Path wav = folder.resolve("converted.wav");
        Files.deleteIfExists(wav);
        try (AudioStream audio = files.open(file)) {
            TelephonyWav.write(audio, wav, 60);
        }
        return WavReader.readAll(wav, 60);
    }

    private static void assertTones(short[] heard) {
        assertThat(heard.length).isBetween(2 * 8_000, 2 * 8_000 + 2_400);
        int from = (heard.length - RANGE) / 2;
        double power = 0;
        for (int i = 0; i < RANGE; i++) {
            power += (double) heard[from + i] * heard[from + i] / RANGE;
        }
        double tones = 0;
        for (int hertz : HERTZ) {
            double amplitude = Goertzel.amplitude(heard, from, RANGE, hertz, 8_000);
            assertThat(amplitude).as("%d Hz", hertz).isCloseTo(AMPLITUDE, within(0.1 * AMPLITUDE));
            tones += amplitude * amplitude / 2;
        }
        assertThat(10 * Math.log10(tones / Math.max(1, power - tones))).as("signal to noise").isGreaterThan(25);
    }

    @ParameterizedTest
    @CsvSource({"8000,1", "11025,2", "12000,1", "16000,2", "22050,1", "24000,2", "32000,1", "44100,1", "44100,2",
        "48000,2"})
    void mp3OfAnyRateShouldBeHeard(int rate, int channels) throws Exception {
        assertTones(converted(mp3(rate, channels, "-b:a", rate < 16_000 ? "48k" : "96k")));
    }

    @Test
    void variableRateAndTagsShouldBeHeardToo() throws Exception {
        assertTones(converted(mp3(44_100, 2, "-q:a", "4", "-id3v2_version", "3", "-write_id3v1", "1",
                "-metadata", "title=" + "Long ".repeat(2_000))));
    }

    /** Noise in two channels that differ, so that nothing of either may be missing. */
    @ParameterizedTest
    @CsvSource({"44100,-b:a,128k", "44100,-q:a,4", "22050,-b:a,48k", "48000,-b:a,320k", "8000,-b:a,16k"})
    void samplesShouldBeThoseOfFfmpeg(int rate, String option, String value) throws Exception {
        Path file = folder.resolve("noise.mp3");
        run("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "anoisesrc=d=2:a=0.3:seed=7:r=" + rate, "-f", "lavfi",
                "-i", "anoisesrc=d=2:a=0.2:c=pink:seed=8:r=" + rate, "-filter_complex", "[0][1]amerge=inputs=2",
                "-c:a", "libmp3lame", option, value, file.toString());
        Path raw = folder.resolve("noise.raw");
        run("ffmpeg", "-v", "error", "-i", file.toString(), "-f", "s16le", "-af", "pan=mono|c0=0.5*c0+0.5*c1",
                raw.toString());
        ShortBuffer theirs = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        short[] judged = new short[theirs.remaining()];
        theirs.get(judged);
        assertThat(judged.length).isGreaterThan(rate);
        assertThat(decibels(judged, samples(file))).isGreaterThan(50);
    }

    private short[] samples(Path file) throws IOException {
        short[] samples = new short[48_000 * 3];
        int count = 0;
        try (AudioStream audio = files.open(file)) {
            for (int read = 0; read >= 0; read = audio.read(samples, count, samples.length - count)) {
                count += read;
            }
        }
        return Arrays.copyOf(samples, count);
    }

    /** How well they agree where they do best: ffmpeg leaves out what the encoder put in front. */
    private static double decibels(short[] judged, short[] ours) {
        double best = Double.MAX_VALUE;
        double power = 0;
        for (int i = 4_000; i < 8_000; i++) {
            power += (double) judged[i] * judged[i];
        }
        for (int late = 0; late < 3_000; late++) {
            double difference = 0;
            for (int i = 4_000; i < 8_000 && difference < best; i++) {
                difference += Math.pow(judged[i] - ours[i + late], 2);
            }
            best = Math.min(best, difference);
        }
        return 10 * Math.log10(power / Math.max(1, best));
    }

    /** Cover pictures and tags that players put behind the audio, and no frame is to be found in. */
    @Test
    void whatStandsBehindTheAudioShouldNotSpoilIt() throws Exception {
        byte[] audio = Files.readAllBytes(mp3(44_100, 2, "-b:a", "128k"));
        byte[] picture = new byte[2_000_000];
        new Random(1).nextBytes(picture);
        Path file = Files.write(folder.resolve("f.mp3"), audio);
        Files.write(file, picture, StandardOpenOption.APPEND);
        Files.write(file, Arrays.copyOf("TAGtitle".getBytes(StandardCharsets.US_ASCII), 128),
                StandardOpenOption.APPEND);
        assertTones(converted(file));
    }

    @Test
    void fileThatWasCutOffShouldBePlayedUpToThere() throws Exception {
        Path file = mp3(44_100, 2, "-b:a", "128k");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(converted(file).length).isBetween(7_000, 9_000);
    }

    @Test
    void tagThatClaimsMoreThanTheFileShouldBeRefusedWithoutTakingThatMuchMemory() throws Exception {
        byte[] tag = {'I', 'D', '3', 4, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F};
        byte[] mp3 = Files.readAllBytes(mp3(44_100, 1));
        byte[] both = Arrays.copyOf(tag, tag.length + mp3.length);
        System.arraycopy(mp3, 0, both, tag.length, mp3.length);
        Path file = Files.write(folder.resolve("f.mp3"), both);
        assertThatThrownBy(() -> files.open(file)).isInstanceOf(AudioFileException.class).hasMessageContaining("tag");
    }

    @Test
    void tagWithoutAnythingBehindItShouldBeRefused() throws IOException {
        byte[] empty = {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4};
        for (byte[] content : List.of(empty, "ID3 this is no sound at all".getBytes(StandardCharsets.US_ASCII))) {
            Path file = Files.write(folder.resolve("tag.mp3"), content);
            assertThatThrownBy(() -> converted(file)).isInstanceOf(AudioFileException.class)
                    .hasMessageMatching("[^/]+");
        }
    }

    /** A frame that is cut off, noise behind a frame's header, and a rate that only "free format" has. */
    @Test
    void whatOnlyBeginsAsAnMp3ShouldBeNoiseOfItsOwnLengthAtMost() throws IOException {
        byte[] noise = new byte[60_000];
        new Random(3).nextBytes(noise);
        byte[] frame = {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0};
        System.arraycopy(frame, 0, noise, 0, frame.length);
        for (byte[] content : List.of(noise, frame, Arrays.copyOf(frame, 100),
                Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) 0xFB, 0, 0}, 50_000))) {
            Path file = Files.write(folder.resolve("noise.mp3"), content);
            try {
                assertThat(converted(file).length).isLessThan(8_000 * 5);
            } catch (AudioFileException e) {
                assertThat(e).hasMessageMatching("[^/]+");
            }
        }
    }

    /** The library runs out of its arrays over such files; here they are played as far as they go, or refused. */
    @Test
    void damagedFilesShouldNeverDoMoreThanRefuse() throws Exception {
        byte[] good = Files.readAllBytes(mp3(22_050, 1, "-b:a", "32k"));
        Random random = new Random(7);
        int played = 0;
        for (int round = 0; round < 150; round++) {
            byte[] damaged = good.clone();
            for (int i = 0; i <= round; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged.mp3"), damaged);
            try {
                assertThat(converted(file).length).isLessThan(3 * 8_000);
                played++;
            } catch (AudioFileException e) {
                assertThat(e).hasMessageMatching("[^/]+");
            }
        }
        assertThat(played).isGreaterThan(20);
    }
}
