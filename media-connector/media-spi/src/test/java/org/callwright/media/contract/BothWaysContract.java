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
import org.callwright.media.spi.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recorder must do that writes down both ways of a leg. */
interface BothWaysContract extends ContractWorld {

    private static CompletionStage<RecordResult> record(Recorder recorder, Path file, RecordedAudio audio,
            Duration longest) {
        CompletionStage<RecordResult> recording = recorder.record(new RecordRequest(file, false, longest, Duration.ZERO,
                audio, AudioFormat.WAV));
        Eventually.eventually("the file is there", () -> Files.exists(file));
        return recording;
    }

    private static short[] steady(int code, int samples) {
        short[] steady = new short[samples];
        Arrays.fill(steady, Mulaw.decode((byte) code));
        return steady;
    }

    @Test
    default void separateChannelsShouldHaveEachWayWholeAndBesideTheOther(@TempDir Path folder) throws Exception {
        short[] prompt = Signals.noise(8000);
        Path played = Wav.write(folder.resolve("prompt.wav"), prompt);
        Path file = folder.resolve("r.wav");
        byte[] answer = Mulaw.encode(Signals.marked(160 * 30));
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording =
                    record(call.group.recorder(), file, RecordedAudio.SEPARATE, Duration.ofMinutes(1));
            byte[] quiet = new byte[160 * 10];
            Arrays.fill(quiet, (byte) 0xFF);
            call.peer.send(quiet);
            int before = call.peer.received().size();
            CompletionStage<PlayResult> playing = call.play(new AudioSegment.File(played));
            Eventually.eventually("the prompt begins", () ->
                    Signals.trimmed(Mulaw.decode(call.peer.payloadsSince(before))).length > 0);
            call.peer.timestamp += 160 * (call.peer.received().size() - before);
            call.peer.send(answer);
            Eventually.result(playing);
            call.group.recorder().stop();
            RecordResult result = Eventually.result(recording);
            short[][] both = Wav.readBoth(file);
            assertThat(result).isEqualTo(new RecordResult(RecordResult.Reason.STOPPED,
                    Signals.length(both[0].length), true, ""));
            int promptAt = Signals.find(both[1], prompt);
            int answerAt = Signals.find(both[0], Mulaw.decode(Arrays.copyOf(answer, 800)));
            assertThat(promptAt).isGreaterThanOrEqualTo(0);
            assertThat(answerAt).isGreaterThanOrEqualTo(0);
            assertThat(answerAt - promptAt).as("samples from the prompt to the answer").isBetween(-320, 1600);
            assertThat(Arrays.copyOf(both[1], promptAt)).containsOnly(0);
        }
    }

    @Test
    default void mixShouldBeTheSumOfBothWays(@TempDir Path folder) throws Exception {
        Path low = Wav.write(folder.resolve("low.wav"), steady(0xC5, 8000));
        Path high = Wav.write(folder.resolve("high.wav"), steady(0x80, 8000));
        Path file = folder.resolve("r.wav");
        byte[] codes = new byte[160 * 100];
        Arrays.fill(codes, 0, 160 * 50, (byte) 0xB0);
        Arrays.fill(codes, 160 * 50, 160 * 100, (byte) 0x80);
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording =
                    record(call.group.liveRecorder(), file, RecordedAudio.MIXED, Duration.ofMinutes(1));
            call.play(new AudioSegment.File(low), new AudioSegment.File(high));
            call.peer.send(codes);
            call.group.liveRecorder().stop();
            Eventually.result(recording);
            short[] mixed = Wav.read(file);
            short[] sum = steady(0xC5, 1600);
            short said = Mulaw.decode((byte) 0xB0);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += said;
            }
            assertThat(Signals.find(mixed, sum)).isGreaterThanOrEqualTo(0);
            short[] largest = new short[1600];
            Arrays.fill(largest, Short.MAX_VALUE);
            assertThat(Signals.find(mixed, largest)).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    default void bothWaysShouldEndExactlyAtTheirLongestAndBePlayableBefore(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording =
                    record(call.group.recorder(), file, RecordedAudio.SEPARATE, Duration.ofMillis(2230));
            Eventually.eventually("the header tells a second, while the recording runs",
                    () -> file.toFile().length() > 0 && Wav.readBoth(file)[0].length > 8000);
            assertThat(recording.toCompletableFuture()).isNotDone();
            RecordResult result = Eventually.result(recording);
            assertThat(result).isEqualTo(new RecordResult(RecordResult.Reason.MAX_DURATION, Duration.ofMillis(2230),
                    false, ""));
            assertThat(Wav.readBoth(file)[1]).hasSize(8 * 2230).containsOnly(0);
        }
    }

    @Test
    default void bothWaysShouldEndAfterSilenceOfBoth(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.group.recorder().record(new RecordRequest(file, false,
                    Duration.ofMinutes(1), Duration.ofMillis(700), RecordedAudio.MIXED, AudioFormat.WAV));
            Eventually.eventually("the file is there", () -> Files.exists(file));
            Eventually.result(call.play(new AudioSegment.Tone(500, -10, Duration.ofSeconds(1))));
            RecordResult result = Eventually.result(recording);
            assertThat(result.reason()).isEqualTo(RecordResult.Reason.SILENCE);
            assertThat(result.soundHeard()).isTrue();
            assertThat(result.recorded()).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
        }
    }
}
