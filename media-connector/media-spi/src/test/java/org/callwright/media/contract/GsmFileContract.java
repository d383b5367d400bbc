package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordedAudio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a driver must do that records to GSM files and plays them. */
public interface GsmFileContract extends ContractWorld {

    @Test
    default void gsmRecordingShouldBeWholeFramesAtAnyMomentAndBeHeardWhenPlayed(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("r.gsm");
        byte[] sent = Mulaw.encode(tone(8_000 * 3));
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.group.recorder().record(new RecordRequest(file, false,
                    Duration.ofMinutes(1), Duration.ZERO, RecordedAudio.RECEIVED, AudioFormat.GSM));
            Eventually.eventually("the file is there", () -> Files.exists(file));
            call.peer.send(Arrays.copyOf(sent, 8_000 * 2));
            Eventually.eventually("the file grows", () -> file.toFile().length() >= 33 * 50);
            assertThat(file.toFile().length() % 33).isZero();
            call.peer.send(Arrays.copyOfRange(sent, 8_000 * 2, sent.length));
            call.group.recorder().stop();
            RecordResult result = Eventually.result(recording);
            assertThat(result.reason()).isEqualTo(RecordResult.Reason.STOPPED);
            byte[] frames = Files.readAllBytes(file);
            assertThat(frames.length % 33).isZero();
            Duration inFile = Duration.ofMillis(frames.length / 33 * 20);
            assertThat(result.recorded()).isGreaterThanOrEqualTo(Duration.ofSeconds(3))
                    .isBetween(inFile.minusMillis(20), inFile);
            for (int at = 0; at < frames.length; at += 33) {
                assertThat(frames[at] >> 4 & 0xF).isEqualTo(0xD);
            }
        }
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            PlayResult played = Eventually.result(call.play(new AudioSegment.File(file)));
            assertThat(played.reason()).isEqualTo(PlayResult.Reason.COMPLETED);
            assertThat(played.played()).isEqualTo(Duration.ofMillis(Files.size(file) / 33 * 20));
            Eventually.eventually("what was recorded is heard", () -> {
                short[] heard = Signals.trimmed(call.peer.heard());
                return heard.length > 8_000 * 3 - 400
                        && Signals.tone(Arrays.copyOfRange(heard, 2_000, 22_000), 1_000);
            });
        }
    }

    private static short[] tone(int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) Math.round(8_000 * Math.sin(2 * Math.PI * 1_000 * i / 8_000));
        }
        return samples;
    }
}
