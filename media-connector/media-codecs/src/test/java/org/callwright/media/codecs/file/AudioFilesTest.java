package org.callwright.media.codecs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.callwright.media.codecs.Goertzel;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.judge.Program;
import org.callwright.media.spi.file.AudioFileException;
import org.callwright.media.spi.file.AudioStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from sox, and broken ones, on their way to what is played. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AudioFilesTest {

    private static final Tones VOICE = new Tones(List.of(300, 1_000, 2_500, 3_400), 6_000);

    private final AudioFiles files = AudioFiles.installed(AudioFilesTest.class.getClassLoader());
    @TempDir
    Path folder;

    private short[] converted(Path file) throws IOException {
        Path wav = folder.resolve("converted.wav");
        Files.deleteIfExists(wav);
        try (AudioStream audio = files.open(file)) {
            TelephonyWav.write(audio, wav, 60);
        }
        try (WavReader reader = WavReader.open(wav)) {
            assertThat(reader.header().telephony()).isTrue();
        }
        return WavReader.readAll(wav, 60);
    }

    private Path sox(Tones tones, int rate, List<String> format) throws Exception {
        assumeTrue(Judge.installed("sox"), "sox is not installed");
        Path file = folder.resolve("from-sox");
        Judge.run(tones.sox(rate, format, file.toString()));
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 37_800, 44_100, 47_999, 48_000, 88_200,
        96_000, 176_400, 192_000})
    void wavOfAnyRateShouldKeepTheTelephoneBand(int rate) throws Exception {
        short[] heard = converted(sox(VOICE, rate, List.of("-t", "wav", "-b", "16")));
        assertThat(heard).hasSize(8_000);
        for (int i = 0; i < VOICE.hertz().size(); i++) {
            assertThat(VOICE.amplitudeOf(i, heard)).isCloseTo(VOICE.amplitude(), within(0.01 * VOICE.amplitude()));
        }
        assertThat(VOICE.signalToNoise(heard)).isGreaterThan(60);
    }

    @ParameterizedTest
    @CsvSource({"unsigned-integer,8,1,30", "signed-integer,16,2,60", "signed-integer,24,1,60", "signed-integer,24,2,60",
        "signed-integer,32,2,60", "floating-point,32,1,60", "floating-point,64,2,60", "signed-integer,16,6,60",
        "signed-integer,24,8,60", "floating-point,32,8,60", "a-law,8,1,30", "a-law,8,2,30", "mu-law,8,1,30",
        "mu-law,8,2,30"})
    void wavOfAnyEncodingShouldBeHeard(String encoding, String bits, String channels, double decibels)
            throws Exception {
        short[] heard = converted(sox(VOICE, 22_050,
                List.of("-t", "wav", "-c", channels, "-e", encoding, "-b", bits)));
        assertThat(VOICE.signalToNoise(heard)).isGreaterThan(decibels);
        assertThat(VOICE.amplitudeOf(1, heard)).isCloseTo(VOICE.amplitude(), within(0.02 * VOICE.amplitude()));
    }

    @ParameterizedTest
    @CsvSource({"16000,4020", "16000,7900", "44100,4020", "44100,4600", "44100,11000", "48000,5200", "48000,23000",
        "96000,8000", "192000,15980", "192000,80000", "22050,4100", "47999,5000"})
    void whatIsAboveTheBandShouldBeDownBySixtyDecibels(int rate, int hertz) throws Exception {
        Tones above = new Tones(List.of(hertz), 30_000);
        short[] heard = converted(sox(above, rate, List.of("-t", "wav", "-b", "16")));
        for (int i = 1_000; i < 7_000; i++) {
            assertThat(Math.abs(heard[i])).isLessThanOrEqualTo((short) 30);
        }
    }

    /** They can't know the length when they write the header. */
    @ParameterizedTest
    @ValueSource(strings = {"sox -r 8000 -n -b 16 -t wav - synth 1 sine 1000 vol 0.5",
        "ffmpeg -v error -f lavfi -i sine=1000:d=1:r=8000 -metadata title=Pipe -f wav pipe:1"})
    void wavFromAPipeShouldBeHeardWhole(String command) throws Exception {
        List<String> words = List.of(command.split(" "));
        assumeTrue(Judge.installed(words.get(0)), words.get(0) + " is not installed");
        Path file = Files.write(folder.resolve("piped"), Program.run(words, new byte[0]));
        short[] heard = converted(file);
        assertThat(heard).hasSize(8_000);
        assertThat(Goertzel.share(heard, 0, 8_000, 1_000, 8_000)).isGreaterThan(0.999);
    }

    @Test
    void wavWithoutASampleShouldBeNothingAndNoFailure() throws Exception {
        assumeTrue(Judge.installed("sox"), "sox is not installed");
        for (int rate : new int[] {8_000, 44_100}) {
            Path file = folder.resolve("empty.wav");
            Judge.run("sox", "-n", "-r", String.valueOf(rate), "-b", "16", file.toString(), "trim", "0", "0");
            assertThat(converted(file)).isEmpty();
        }
    }

    @Test
    void gsmFileFromSoxShouldBeHeardAsSoxHearsIt() throws Exception {
        Path gsm = sox(VOICE, 8_000, List.of("-t", "gsm"));
        Path wav = folder.resolve("judged.wav");
        Judge.run("sox", "-t", "gsm", gsm.toString(), "-b", "16", wav.toString());
        assertThat(converted(gsm)).isEqualTo(WavReader.readAll(wav, 60));
    }

    @Test
    void fileOfNoKnownKindShouldBeRefusedInWordsThatTellNoPath() throws IOException {
        for (String content : List.of("no sound", "", "RIFF", "RIFFxxxxWAVE", "RIFFxxxxAVI LIST", "OggS and so on")) {
            Path file = Files.writeString(folder.resolve("f"), content, StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> files.open(file)).as(content).isInstanceOf(AudioFileException.class)
                    .hasMessageMatching(".+").message().doesNotContain(folder.toString());
        }
        assertThat(files.kinds()).isEqualTo("GSM, WAV");
    }

    @Test
    void whatIsBetweenGsmFramesShouldFailTheFile() throws IOException {
        byte[] frames = new byte[33 * 60];
        for (int at = 0; at < 33 * 59; at += 33) {
            frames[at] = (byte) 0xD0;
        }
        Path file = Files.write(folder.resolve("f.gsm"), frames);
        assertThatThrownBy(() -> converted(file)).isInstanceOf(AudioFileException.class);
    }

    @Test
    void longerAudioThanAllowedShouldBeRefused() throws IOException {
        Path file = folder.resolve("long.wav");
        WavFileWriter.write(file, new short[8_000 * 3]);
        try (AudioStream audio = files.open(file)) {
            assertThatThrownBy(() -> TelephonyWav.write(audio, folder.resolve("out.wav"), 2))
                    .isInstanceOf(AudioFileException.class).hasMessageContaining("2 s");
        }
    }

    /** Whatever stands in the first bytes, the outcome is audio or a refusal, at once and in little memory. */
    @Test
    void damagedHeadersShouldNeverDoMoreThanRefuse() throws IOException {
        Path good = folder.resolve("good.wav");
        WavFileWriter.write(good, new short[4_000]);
        byte[] bytes = Files.readAllBytes(good);
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            int length = random.nextInt(20) == 0 ? random.nextInt(bytes.length) : bytes.length;
            byte[] damaged = Arrays.copyOf(bytes, length);
            for (int i = 0; i <= random.nextInt(4) && damaged.length > 4; i++) {
                damaged[4 + random.nextInt(Math.min(40, damaged.length - 4))] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            try (AudioStream audio = files.open(file)) {
                short[] samples = new short[1_000];
                int total = 0;
                for (int read = audio.read(samples, 0, 1_000); read >= 0; read = audio.read(samples, 0, 1_000)) {
                    assertThat(read).isBetween(1, 1_000);
                    total += read;
                }
                assertThat(total).isLessThanOrEqualTo(bytes.length);
                assertThat(audio.sampleRate()).isBetween(4_000, 192_000);
            } catch (AudioFileException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(300, 2_900);
    }
}
