package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordResult.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recorder must do. */
interface RecordContract extends ContractWorld {

    @Test
    default void recordShouldHoldEverySampleThatWasSent(@TempDir Path folder) throws Exception {
        byte[] sent = Mulaw.encode(Signals.marked(160 * 120));
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            call.peer.send(sent);
            call.group.recorder().stop();
            RecordResult result = Eventually.result(recording);
            short[] samples = Wav.read(file);
            assertThat(result.reason()).isEqualTo(Reason.STOPPED);
            assertThat(result.soundHeard()).isTrue();
            assertThat(result.recorded()).isEqualTo(Signals.length(samples.length));
            assertThat(Files.size(file)).isEqualTo(44 + 2L * samples.length);
            assertThat(Signals.find(samples, Mulaw.decode(sent))).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    default void recordingThatBeginsWithTheCallShouldBeginWithTheFirstPacket(@TempDir Path folder) throws Exception {
        byte[] sent = Mulaw.encode(Signals.marked(160 * 20));
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            call.peer.send(Arrays.copyOf(sent, 160 * 5));
            CompletionStage<RecordResult> recording = call.record(file);
            call.peer.send(Arrays.copyOfRange(sent, 160 * 5, sent.length));
            call.group.recorder().stop();
            Eventually.result(recording);
            assertThat(Signals.find(Wav.read(file), Mulaw.decode(sent))).isZero();
        }
    }

    @Test
    default void whatWasSaidBeforeThePromptShouldNotBeRecorded(@TempDir Path folder) throws Exception {
        byte[] sent = Mulaw.encode(Signals.marked(160 * 20));
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            call.peer.send(Arrays.copyOf(sent, 160 * 5));
            Eventually.result(call.group.player().play(new PlayRequest(
                    List.of(new AudioSegment.Tone(400, -10, Duration.ofMillis(40))), 1)));
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            call.peer.send(Arrays.copyOfRange(sent, 160 * 5, sent.length));
            call.group.recorder().stop();
            Eventually.result(recording);
            short[] samples = Wav.read(file);
            assertThat(Signals.find(samples, Mulaw.decode(Arrays.copyOfRange(sent, 160 * 5, sent.length))))
                    .isGreaterThanOrEqualTo(0);
            assertThat(Signals.find(samples, Mulaw.decode(Arrays.copyOf(sent, 160 * 5)))).isNegative();
        }
    }

    @Test
    default void recordShouldKeepAudioWhenTheCallIsReleasedAtOnce(@TempDir Path folder) throws Exception {
        byte[] sent = Mulaw.encode(Signals.marked(160 * 20));
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            call.peer.send(sent);
            call.session.release();
            assertThat(Eventually.result(recording).reason()).isEqualTo(Reason.STOPPED);
            assertThat(Signals.find(Wav.read(file), Mulaw.decode(sent))).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    default void linearAudioShouldBeRecordedAsItIs(@TempDir Path folder) throws Exception {
        short[] sent = Signals.marked(160 * 20);
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = new Call(server)) {
            assertThat(call.offer(call.peer.offer("99 0", "a=rtpmap:99 L16/8000"))).contains("a=rtpmap:99 L16/8000");
            call.hearing();
            assertThat(call.peer.received().get(0).payload()).hasSize(320).containsOnly(0);
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            for (int i = 0; i < 20; i++) {
                ByteBuffer payload = ByteBuffer.allocate(320);
                payload.asShortBuffer().put(sent, 160 * i, 160);
                call.peer.packet(i, 160 * i, i == 0, 99, payload.array());
            }
            call.group.recorder().stop();
            Eventually.result(recording);
            assertThat(Signals.find(Wav.read(file), sent)).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    default void bothLawsShouldBeDecodedByTheirOwnTable(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = new Call(server)) {
            call.offer(call.peer.offer("8 0"));
            call.hearing();
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            byte[] codes = new byte[160];
            Arrays.fill(codes, (byte) 0x80);
            call.peer.packet(1, 160, true, 8, codes);
            call.peer.packet(2, 320, false, 0, codes);
            call.group.recorder().stop();
            Eventually.result(recording);
            short[] samples = Signals.trimmed(Wav.read(file));
            assertThat(samples).hasSize(320);
            assertThat(Arrays.copyOf(samples, 160)).containsOnly(5504);
            assertThat(Arrays.copyOfRange(samples, 160, 320)).containsOnly(32_124);
        }
    }

    @Test
    default void beepShouldBeHeardFirstAndNotBeRecorded(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording =
                    call.record(file, true, Duration.ofMinutes(1), Duration.ZERO);
            Eventually.eventually("the recording begins", () -> Files.exists(file));
            short[] beep = Signals.trimmed(call.peer.heard());
            assertThat(beep.length).isBetween(8 * 300, 8 * 500);
            assertThat(Signals.tone(Arrays.copyOfRange(beep, 400, beep.length - 400), 1000)).isTrue();
            byte[] sent = Mulaw.encode(Signals.marked(160 * 15));
            call.peer.send(sent);
            call.group.recorder().stop();
            Eventually.result(recording);
            assertThat(Signals.find(Wav.read(file), Mulaw.decode(sent))).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    default void maxDurationShouldEndItExactlyToTheSample(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording =
                    call.record(file, false, Duration.ofMillis(730), Duration.ZERO);
            call.peer.send(Mulaw.encode(Signals.marked(160 * 60)));
            RecordResult result = Eventually.result(recording);
            assertThat(result.reason()).isEqualTo(Reason.MAX_DURATION);
            assertThat(result.recorded()).isEqualTo(Duration.ofMillis(730));
            assertThat(Wav.read(file)).hasSize(8 * 730);
        }
    }

    @Test
    default void maxDurationShouldHoldForASilentSenderToo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            RecordResult result = Eventually.result(
                    call.record(file, false, Duration.ofMillis(500), Duration.ZERO));
            assertThat(result).isEqualTo(new RecordResult(Reason.MAX_DURATION, Duration.ofMillis(500), false, ""));
            assertThat(Wav.read(file)).hasSize(4000).containsOnly(0);
        }
    }

    @Test
    default void silenceShouldEndItCountedFromTheLastSound(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording =
                    call.record(file, false, Duration.ofMinutes(1), Duration.ofSeconds(1));
            Eventually.eventually("the file is there", () -> Files.exists(file));
            byte[] speech = Mulaw.encode(Signals.marked(160 * 60));
            byte[] quiet = new byte[160 * 80];
            Arrays.fill(quiet, (byte) 0xFF);
            call.peer.send(speech);
            call.peer.send(quiet);
            RecordResult result = Eventually.result(recording);
            short[] samples = Wav.read(file);
            int speechAt = Signals.find(samples, Mulaw.decode(speech));
            assertThat(result.reason()).isEqualTo(Reason.SILENCE);
            assertThat(result.soundHeard()).isTrue();
            assertThat(speechAt).isGreaterThanOrEqualTo(0);
            assertThat(samples.length - speechAt - speech.length).isBetween(8000 - 320, 8000 + 320);
        }
    }

    @Test
    default void silenceShouldEndItWhenNothingArrivesAtAll(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            RecordResult result = Eventually.result(
                    call.record(file, false, Duration.ofMinutes(1), Duration.ofMillis(600)));
            assertThat(result.reason()).isEqualTo(Reason.SILENCE);
            assertThat(result.soundHeard()).isFalse();
            assertThat(result.recorded()).isBetween(Duration.ofMillis(600), Duration.ofMillis(1200));
        }
    }

    @Test
    default void fileShouldBePlayableWhileItGrows(@TempDir Path folder) throws Exception {
        byte[] sent = Mulaw.encode(Signals.marked(160 * 150));
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there with its header",
                    () -> file.toFile().length() > 0 && Wav.read(file).length == 0);
            call.peer.send(sent);
            Eventually.eventually("the header tells what was sent, while the recording runs",
                    () -> Signals.find(Wav.read(file), Mulaw.decode(sent)) >= 0);
            assertThat(recording.toCompletableFuture()).isNotDone();
            Path crashed = Files.copy(file, folder.resolve("crashed.wav"));
            assertThat(Wav.read(crashed).length).isGreaterThanOrEqualTo(sent.length);
        }
    }

    @Test
    default void fileShouldGrowByTheClockWhileTheSenderIsSilent(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("a second of silence is there",
                    () -> file.toFile().length() > 0 && Wav.read(file).length > 8000);
            assertThat(recording.toCompletableFuture()).isNotDone();
        }
    }

    @Test
    default void twoRecordingsInARowShouldBothBeComplete(@TempDir Path folder) throws Exception {
        byte[] sent = Mulaw.encode(Signals.marked(160 * 20));
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            for (String name : new String[] {"one.wav", "two.wav"}) {
                Path file = folder.resolve(name);
                CompletionStage<RecordResult> recording = call.record(file);
                Eventually.eventually("the file is there", () -> Files.exists(file));
                call.peer.send(sent);
                call.group.recorder().stop();
                assertThat(Eventually.result(recording).reason()).isEqualTo(Reason.STOPPED);
                assertThat(Signals.find(Wav.read(file), Mulaw.decode(sent))).isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    default void secondRecordingAtTheSameTimeShouldBeRefused(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server)) {
            CompletionStage<RecordResult> recording = call.record(folder.resolve("one.wav"));
            assertThatThrownBy(() -> call.record(folder.resolve("two.wav"))).isInstanceOf(IllegalStateException.class);
            call.group.recorder().stop();
            Eventually.result(recording);
        }
    }

    @Test
    default void liveRecorderShouldRunBesideTheOtherAndBothFilesBeWhole(@TempDir Path folder) throws Exception {
        needs(Extra.LIVE_RECORDER);
        byte[] sent = Mulaw.encode(Signals.marked(160 * 60));
        Path verb = folder.resolve("verb.wav");
        Path live = folder.resolve("live.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> lives = call.recordLive(live);
            Eventually.eventually("the live file is there", () -> Files.exists(live));
            call.peer.send(Arrays.copyOf(sent, 160 * 20));
            CompletionStage<RecordResult> verbs = call.record(verb);
            Eventually.eventually("the other file is there", () -> Files.exists(verb));
            call.peer.send(Arrays.copyOfRange(sent, 160 * 20, 160 * 40));
            call.group.recorder().stop();
            RecordResult ofVerb = Eventually.result(verbs);
            assertThat(lives.toCompletableFuture()).isNotDone();
            call.peer.send(Arrays.copyOfRange(sent, 160 * 40, sent.length));
            call.group.liveRecorder().stop();
            RecordResult ofLive = Eventually.result(lives);

            assertThat(Signals.find(Wav.read(verb), Mulaw.decode(Arrays.copyOfRange(sent, 160 * 20, 160 * 40))))
                    .isGreaterThanOrEqualTo(0);
            for (int from : new int[] {0, 20, 40}) {
                assertThat(Signals.find(Wav.read(live),
                        Mulaw.decode(Arrays.copyOfRange(sent, 160 * from, 160 * (from + 20)))))
                        .as("from packet " + from).isGreaterThanOrEqualTo(0);
            }
            assertThat(ofVerb.reason()).isEqualTo(Reason.STOPPED);
            assertThat(ofLive).isEqualTo(new RecordResult(
                    Reason.STOPPED, Signals.length(Wav.read(live).length), true, ""));
        }
    }

    @Test
    default void liveRecorderShouldTakeOneAtATimeAndEndWithTheCall(@TempDir Path folder) throws Exception {
        needs(Extra.LIVE_RECORDER);
        byte[] sent = Mulaw.encode(Signals.marked(160 * 20));
        Path live = folder.resolve("live.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.recordLive(live);
            assertThatThrownBy(() -> call.recordLive(folder.resolve("two.wav")))
                    .isInstanceOf(IllegalStateException.class);
            Eventually.eventually("the file is there", () -> Files.exists(live));
            call.peer.send(sent);
            call.session.release();
            assertThat(Eventually.result(recording).reason()).isEqualTo(Reason.STOPPED);
            assertThat(Signals.find(Wav.read(live), Mulaw.decode(sent))).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    default void fileThatCantBeWrittenShouldFailTheRecordingButNotTheCall(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            RecordResult result = Eventually.result(call.record(folder.resolve("nowhere").resolve("r.wav")));
            assertThat(result.reason()).isEqualTo(Reason.FAILED);
            assertThat(result.detail()).isNotEmpty();
            Eventually.result(call.play(new AudioSegment.Tone(700, -10, Duration.ofMillis(200))));
            Eventually.eventually("the leg still plays", () -> Signals.trimmed(call.peer.heard()).length > 1500);
        }
    }

    @Test
    default void playingAndRecordingShouldRunTogether(@TempDir Path folder) throws Exception {
        byte[] sent = Mulaw.encode(Signals.marked(160 * 30));
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            call.play(new AudioSegment.Tone(700, -10, Duration.ofSeconds(5)));
            call.peer.send(sent);
            call.group.recorder().stop();
            Eventually.result(recording);
            assertThat(Signals.find(Wav.read(file), Mulaw.decode(sent))).isGreaterThanOrEqualTo(0);
            assertThat(Signals.trimmed(call.peer.heard()).length).isGreaterThan(160 * 20);
        }
    }
}
