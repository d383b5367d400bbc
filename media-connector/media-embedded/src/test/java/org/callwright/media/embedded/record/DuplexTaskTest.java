package org.callwright.media.embedded.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordedAudio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways of a leg under a clock of the test's: each turn is 20 ms. */
class DuplexTaskTest {

    private static final int FRAME = 160;

    private final CompletableFuture<RecordResult> result = new CompletableFuture<>();

    private static RecordRequest request(Path file, RecordedAudio audio) {
        return new RecordRequest(file, false, Duration.ofHours(2), Duration.ZERO, audio, AudioFormat.WAV);
    }

    private static short[] steady(int value) {
        short[] samples = new short[FRAME];
        Arrays.fill(samples, (short) value);
        return samples;
    }

    /**
     * Ten minutes in which the peer, whose clock is wrong, says a second of speech each two seconds, and is sent the
     * same at that time.
     */
    private short[] tenMinutes(Path file, int partsPerMillion) throws Exception {
        try (FileWriters writers = new FileWriters(1)) {
            DuplexTask task = new DuplexTask(request(file, RecordedAudio.SEPARATE), writers, () -> { },
                    result::complete);
            double sent = 0;
            long number = 0;
            for (int turn = 0; turn < 30_000; turn++) {
                sent += 1 + partsPerMillion / 1e6;
                while (number < (long) sent) {
                    short[] samples = steady(turn % 100 >= 50 ? 4000 : 0);
                    task.sink().audio((int) (number * FRAME), samples, FRAME, 0, 0);
                    number++;
                }
                task.tick(0, 1);
                task.sent(steady(turn % 100 >= 50 ? 8000 : 0));
                if (turn % 300 == 0) {
                    awaitWritten(file, turn, writers);
                }
            }
            task.stop(0);
            assertThat(result.get(20, TimeUnit.SECONDS).reason()).isEqualTo(RecordResult.Reason.STOPPED);
        }
        return samples(file);
    }

    private static void awaitWritten(Path file, int turn, FileWriters writers) throws IOException {
        long limit = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < limit && (!Files.exists(file) || Files.size(file) < 4L * FRAME * (turn - 50))) {
            writers.hurry();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static short[] samples(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        short[] samples = new short[(bytes.length - 44) / 2];
        ByteBuffer.wrap(bytes, 44, bytes.length - 44).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    /** By how many samples the left channel begins to speak after the right one, at most. */
    private static int apart(short[] samples) {
        int apart = 0;
        int left = 0;
        int right = 0;
        for (int i = 2; i < samples.length; i += 2) {
            left = samples[i] > 3000 && samples[i - 2] < 1000 ? i / 2 : left;
            right = samples[i + 1] > 6000 && samples[i - 1] < 1000 ? i / 2 : right;
            if (left > 0 && right > 0) {
                apart = Math.max(apart, Math.abs(left - right));
                left = 0;
                right = 0;
            }
        }
        return apart;
    }

    @Test
    void channelsShouldStayTogetherThoughThePeersClockIsFast(@TempDir Path folder) throws Exception {
        short[] samples = tenMinutes(folder.resolve("r.wav"), 300);
        assertThat(samples.length / 2).isBetween(30_000 * FRAME, 30_002 * FRAME);
        assertThat(apart(samples)).isLessThanOrEqualTo(400);
    }

    @Test
    void channelsShouldStayTogetherThoughThePeersClockIsSlow(@TempDir Path folder) throws Exception {
        short[] samples = tenMinutes(folder.resolve("r.wav"), -300);
        assertThat(samples.length / 2).isBetween(30_000 * FRAME, 30_002 * FRAME);
        assertThat(apart(samples)).isLessThanOrEqualTo(400);
    }

    @Test
    void mixShouldHaveWhatWasSentWhenThePeerIsSilentAndTimeThatWasLeftOut(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        try (FileWriters writers = new FileWriters(1)) {
            DuplexTask task = new DuplexTask(request(file, RecordedAudio.MIXED), writers, () -> { }, result::complete);
            for (int turn = 0; turn < 20; turn++) {
                task.tick(0, turn == 10 ? 6 : 1);
                task.sent(steady(100 + turn));
            }
            task.stop(0);
            assertThat(result.get(20, TimeUnit.SECONDS).recorded()).isEqualTo(Duration.ofMillis(26 * 20));
        }
        short[] samples = samples(file);
        for (int i = 0; i < 26; i++) {
            int turn = i < 10 ? i - 1 : i < 16 ? i == 10 ? 9 : -101 : i - 6;
            assertThat(samples[i * FRAME]).as("frame " + i).isEqualTo((short) (turn < 0 ? 0 : 100 + turn));
        }
    }
}
