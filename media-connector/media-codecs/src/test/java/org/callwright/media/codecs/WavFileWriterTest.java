package org.callwright.media.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileWriterTest {

    @TempDir
    Path folder;

    private static short[] ramp(int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) (i * 7 - 9000);
        }
        return samples;
    }

    @Test
    void closedFileShouldReadBackExactly() throws IOException {
        Path file = folder.resolve("a.wav");
        WavFileWriter.write(file, ramp(20_001));
        assertThat(WavReader.readAll(file, 60)).isEqualTo(ramp(20_001));
        assertThat(Files.size(file)).isEqualTo(44 + 40_002);
        assertThat(Files.readAllBytes(file)).startsWith('R', 'I', 'F', 'F', 0x66, (byte) 0x9C, 0, 0, 'W', 'A', 'V', 'E',
                'f', 'm', 't', ' ', 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, (byte) 0x80, 0x3E, 0, 0, 2, 0, 16, 0,
                'd', 'a', 't', 'a', 0x42, (byte) 0x9C, 0, 0);
    }

    @Test
    void headerShouldNeverBeMoreThanASecondBehind() throws IOException {
        Path file = folder.resolve("a.wav");
        short[] frame = new short[160];
        try (WavFileWriter writer = WavFileWriter.create(file)) {
            assertThat(declared(file)).isZero();
            for (int frames = 1; frames <= 200; frames++) {
                writer.append(frame, 0, 160);
                assertThat(frames * 160L - declared(file)).isBetween(0L, 7999L);
                assertThat(writer.samples()).isEqualTo(frames * 160L);
            }
        }
        assertThat(declared(file)).isEqualTo(32_000);
    }

    private static long declared(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return ((bytes[40] & 0xFF) + (bytes[41] & 0xFF) * 256L + (bytes[42] & 0xFF) * 65_536L) / 2;
    }

    @Test
    void fleetingFileShouldBeTheSameWhenItIsClosed() throws IOException {
        Path lasting = folder.resolve("a.wav");
        Path fleeting = folder.resolve("b.wav");
        WavFileWriter.write(lasting, ramp(20_001));
        try (WavFileWriter writer = WavFileWriter.createFleeting(fleeting)) {
            writer.append(ramp(20_001), 0, 20_001);
            assertThat(declared(fleeting)).as("until then").isZero();
        }
        assertThat(fleeting).hasSameBinaryContentAs(lasting);
    }

    @Test
    void existingFileShouldNotBeOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a.wav"), "mine");
        assertThatThrownBy(() -> WavFileWriter.create(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void repairShouldGiveBackEverySampleThatACrashLeft() throws IOException {
        Path growing = folder.resolve("a.wav");
        Path left = folder.resolve("left.wav");
        try (WavFileWriter writer = WavFileWriter.create(growing)) {
            writer.append(ramp(8000), 0, 8000);
            writer.append(ramp(5000), 0, 5000);
            Files.copy(growing, left);
        }
        assertThat(WavReader.readAll(left, 60)).hasSize(8000);
        Files.write(left, new byte[] {42}, StandardOpenOption.APPEND);
        assertThat(WavRepair.repair(left)).isEqualTo(Duration.ofMillis(1625));
        assertThat(WavRepair.repair(left)).isEqualTo(Duration.ofMillis(1625));
        short[] samples = WavReader.readAll(left, 60);
        assertThat(samples).hasSize(13_000);
        assertThat(Arrays.copyOf(samples, 8000)).isEqualTo(ramp(8000));
        assertThat(Arrays.copyOfRange(samples, 8000, 13_000)).isEqualTo(ramp(5000));
        assertThat(Files.size(left)).isEqualTo(44 + 26_000);
    }

    @Test
    void twoChannelsShouldBeOneFileAndBeRepairedAsOne() throws IOException {
        Path growing = folder.resolve("a.wav");
        Path left = folder.resolve("left.wav");
        try (WavFileWriter writer = WavFileWriter.create(growing, 2)) {
            writer.append(ramp(16_000), 0, 16_000);
            assertThat(declared(growing)).isEqualTo(16_000);
            writer.append(ramp(9000), 0, 9000);
            Files.copy(growing, left);
        }
        assertThat(Files.readAllBytes(growing)).startsWith('R', 'I', 'F', 'F', 0x74, (byte) 0xC3, 0, 0, 'W', 'A', 'V',
                'E', 'f', 'm', 't', ' ', 16, 0, 0, 0, 1, 0, 2, 0, 0x40, 0x1F, 0, 0, 0, 0x7D, 0, 0, 4, 0, 16, 0,
                'd', 'a', 't', 'a', 0x50, (byte) 0xC3, 0, 0);
        Files.write(left, new byte[] {42, 42, 42}, StandardOpenOption.APPEND);
        assertThat(WavRepair.repair(left)).isEqualTo(Duration.ofNanos(12_500L * 125_000));
        assertThat(Files.readAllBytes(left)).isEqualTo(Files.readAllBytes(growing));
    }

    @Test
    void repairShouldShortenAHeaderThatPromisesTooMuch() throws IOException {
        Path file = folder.resolve("a.wav");
        WavFileWriter.write(file, ramp(8000));
        byte[] cut = Arrays.copyOf(Files.readAllBytes(file), 44 + 8000);
        Files.write(file, cut);
        assertThat(WavRepair.repair(file)).isEqualTo(Duration.ofMillis(500));
        assertThat(declared(file)).isEqualTo(4000);
    }

    @Test
    void repairShouldMakeAnEmptyRecordingOfAStump() throws IOException {
        for (byte[] stump : new byte[][] {{}, {'R', 'I'}, {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W'}}) {
            Path file = Files.write(folder.resolve("stump" + stump.length), stump);
            assertThat(WavRepair.repair(file)).isEqualTo(Duration.ZERO);
            assertThat(WavReader.readAll(file, 60)).isEmpty();
        }
    }

    @Test
    void repairShouldNotTouchWhatIsNoRecordingOfOurs() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no WAV at all, but longer than a header would be");
        assertThatThrownBy(() -> WavRepair.repair(text)).isInstanceOf(WavException.class);
        Path brief = Files.writeString(folder.resolve("brief"), "brief");
        assertThatThrownBy(() -> WavRepair.repair(brief)).isInstanceOf(WavException.class);
        assertThat(brief).hasContent("brief");
        byte[] foreign = WavReaderTest.wav(1, 1, 16_000, 16, new byte[32_000], "LIST");
        Path other = Files.write(folder.resolve("foreign.wav"), foreign);
        assertThat(WavRepair.repair(other)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Files.readAllBytes(other)).isEqualTo(foreign);
    }
}
