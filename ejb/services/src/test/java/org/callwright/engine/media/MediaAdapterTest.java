package org.callwright.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.engine.Eventually.eventually;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Condition;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.MediaRefusal;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingSpec;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MachineDetectionResult;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.SignalDetector;
import org.callwright.speech.PreparedPrompt;
import org.callwright.speech.PromptException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MediaAdapterTest {

    private static final CallSid LEG = new CallSid("CA00000000000000000000000000000001");
    private static final RecordingSid RECORDING = new RecordingSid("RE00000000000000000000000000000001");
    private static final Prompt HELLO = new Prompt.Speech("Hello", "en", "woman");

    @TempDir
    Path data;
    private final FakeMedia server = new FakeMedia();
    private final List<CallEvent> events = new ArrayList<>();
    private final List<CompletableFuture<PreparedPrompt>> preparations = new ArrayList<>();
    private int promptsReleased;
    private MediaAdapter media;

    @BeforeEach
    void start() {
        media = new MediaAdapter(server, prompt -> {
            CompletableFuture<PreparedPrompt> preparation = new CompletableFuture<>();
            preparations.add(preparation);
            return preparation;
        }, new RecordingFolder(data.resolve("recordings")), events::add, Runnable::run);
    }

    @Test
    void anOfferShouldMakeTheEndpointOnceAndBeAnswered() {
        media.carryOut(new Effect.AnswerOffer(LEG, "offer"));
        server.negotiations.get(0).complete("answer");
        media.carryOut(new Effect.AnswerOffer(LEG, "renewed"));
        server.negotiations.get(1).complete("renewed answer");
        assertThat(events).containsExactly(
                new CallEvent.MediaAnswered(LEG, "answer"), new CallEvent.MediaAnswered(LEG, "renewed answer"));
        assertThat(server.sessions).isEqualTo(1);
    }

    @Test
    void ourOfferAndThePeersAnswerShouldConnect() {
        media.carryOut(new Effect.MakeOffer(LEG));
        server.negotiations.get(0).complete("ours");
        media.carryOut(new Effect.ApplyAnswer(LEG, "theirs"));
        server.answers.get(0).complete(null);
        assertThat(events).containsExactly(
                new CallEvent.MediaOffered(LEG, "ours"), new CallEvent.MediaConnected(LEG));
    }

    @ParameterizedTest
    @CsvSource({"SDP_MALFORMED,MALFORMED_SDP", "SDP_NOT_ACCEPTABLE,NOT_ACCEPTABLE",
            "RESOURCE_UNAVAILABLE,NO_RESOURCES", "RELEASED,INTERNAL", "INTERNAL,INTERNAL"})
    void aRefusalShouldSayWhy(MediaFailure failure, MediaRefusal refusal) {
        media.carryOut(new Effect.AnswerOffer(LEG, "offer"));
        server.negotiations.get(0).completeExceptionally(
                new CompletionException(new MediaException(failure, "because")));
        assertThat(events).containsExactly(new CallEvent.MediaRefused(LEG, refusal, "because"));
    }

    @Test
    void aServerWithoutRoomShouldRefuse() {
        server.refusal = new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, "no port is free");
        media.carryOut(new Effect.MakeOffer(LEG));
        assertThat(events).containsExactly(
                new CallEvent.MediaRefused(LEG, MediaRefusal.NO_RESOURCES, "no port is free"));
    }

    @Test
    void aPromptShouldBePreparedPlayedAndPutBack() {
        open();
        media.carryOut(new Effect.PlayPrompt(LEG, 1, HELLO, 3));
        prepare(0);
        assertThat(server.plays.get(0).segments()).containsExactly(new AudioSegment.File(Path.of("hello.wav")));
        assertThat(server.plays.get(0).repeatCount()).isEqualTo(3);
        assertThat(promptsReleased).isZero();
        server.playResults.get(0).complete(
                new PlayResult(PlayResult.Reason.COMPLETED, Duration.ofSeconds(2), ""));
        assertThat(events).containsExactly(new CallEvent.PromptEnded(LEG, 1, new PromptOutcome(
                PromptOutcome.Result.COMPLETED, Duration.ofSeconds(2), "fake", "en-us", "real voice", 0, "")));
        assertThat(promptsReleased).isEqualTo(1);
    }

    @Test
    void aPromptStoppedWhileItPlaysShouldTellWhatWasHeard() {
        open();
        media.carryOut(new Effect.PlayPrompt(LEG, 1, HELLO, 1));
        prepare(0);
        media.carryOut(new Effect.StopPrompt(LEG, 99));
        assertThat(events).isEmpty();
        media.carryOut(new Effect.StopPrompt(LEG, 1));
        assertThat(outcome().result()).isEqualTo(PromptOutcome.Result.STOPPED);
        assertThat(outcome().played()).isEqualTo(Duration.ofMillis(60));
        assertThat(promptsReleased).isEqualTo(1);
    }

    @Test
    void aPromptStoppedWhileItIsPreparedShouldEndAtOnceAndNeverPlay() {
        open();
        media.carryOut(new Effect.PlayPrompt(LEG, 1, HELLO, 1));
        media.carryOut(new Effect.StopPrompt(LEG, 1));
        assertThat(outcome()).isEqualTo(new PromptOutcome(
                PromptOutcome.Result.STOPPED, Duration.ZERO, "", "en", "woman", 0, ""));
        prepare(0);
        assertThat(server.plays).isEmpty();
        assertThat(promptsReleased).isEqualTo(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void aPromptThatCannotBePreparedOrPlayedShouldFailWithItsCode() {
        open();
        media.carryOut(new Effect.PlayPrompt(LEG, 1, HELLO, 1));
        preparations.get(0).completeExceptionally(
                new CompletionException(new PromptException(2303, "not ready in time", null)));
        media.carryOut(new Effect.PlayPrompt(LEG, 2, new Prompt.Audio(URI.create("http://x/")), 1));
        prepare(1);
        server.playResults.get(0).complete(
                new PlayResult(PlayResult.Reason.FAILED, Duration.ZERO, "/secret/path unreadable"));
        assertThat(events).containsExactly(
                new CallEvent.PromptEnded(LEG, 1, new PromptOutcome(
                        PromptOutcome.Result.FAILED, Duration.ZERO, "", "en", "woman", 2303, "not ready in time")),
                new CallEvent.PromptEnded(LEG, 2, new PromptOutcome(PromptOutcome.Result.FAILED, Duration.ZERO,
                        "fake", "en-us", "real voice", 13_233, "the audio could not be played")));
    }

    @Test
    void aRecordingShouldGoIntoAPrivateFileNamedByItsSid() throws Exception {
        open();
        media.carryOut(new Effect.StartRecording(
                LEG, 5, RECORDING, new RecordingSpec(true, Duration.ofSeconds(9), Duration.ofSeconds(3))));
        Path file = server.records.get(0).file();
        assertThat(file).isEqualTo(data.resolve("recordings").resolve(RECORDING + ".wav"));
        assertThat(server.records.get(0).startBeep()).isTrue();
        Files.writeString(file, "audio");
        server.recordResults.get(0).complete(
                new RecordResult(RecordResult.Reason.SILENCE, Duration.ofSeconds(4), true, ""));
        assertThat(events).containsExactly(new CallEvent.RecordingEnded(LEG, 5, new RecordingOutcome(
                RecordingOutcome.Reason.SILENCE, Duration.ofSeconds(4), true, "")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aRecordingAsGsmShouldBeAskedForAsGsmAndProtectedToo() throws Exception {
        open();
        media.carryOut(new Effect.StartRecording(LEG, 5, RECORDING,
                new RecordingSpec(false, Duration.ofSeconds(9), Duration.ZERO), RecordingFormat.GSM));
        RecordRequest request = server.records.get(0);
        assertThat(request.format()).isEqualTo(AudioFormat.GSM);
        assertThat(request.file()).isEqualTo(data.resolve("recordings").resolve(RECORDING + ".gsm"));
        Files.writeString(request.file(), "audio");
        server.recordResults.get(0).complete(
                new RecordResult(RecordResult.Reason.STOPPED, Duration.ofSeconds(4), true, ""));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(request.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void stopRecordingShouldStopThatRecordingOnly() {
        open();
        media.carryOut(new Effect.StartRecording(
                LEG, 5, RECORDING, new RecordingSpec(false, Duration.ofSeconds(9), Duration.ZERO)));
        media.carryOut(new Effect.StopRecording(LEG, 4));
        assertThat(events).isEmpty();
        media.carryOut(new Effect.StopRecording(LEG, 5));
        assertThat(events).singleElement().isInstanceOf(CallEvent.RecordingEnded.class);
        media.carryOut(new Effect.StopRecording(LEG, 5));
        assertThat(events).hasSize(1);
    }

    @Test
    void aLiveRecordingShouldRunBesideTheOtherAndEachStopOnItsOwn() {
        RecordingSid live = new RecordingSid("RE" + "5".repeat(32));
        open();
        media.carryOut(new Effect.StartRecording(
                LEG, 5, RECORDING, new RecordingSpec(true, Duration.ofSeconds(9), Duration.ZERO)));
        media.carryOut(new Effect.StartLiveRecording(LEG, 6, live, Duration.ofSeconds(30)));
        assertThat(server.liveRecords).containsExactly(new RecordRequest(
                data.resolve("recordings").resolve(live + ".wav"), false, Duration.ofSeconds(30), Duration.ZERO));
        media.carryOut(new Effect.StopRecording(LEG, 6));
        assertThat(events).containsExactly(new CallEvent.RecordingEnded(LEG, 6, new RecordingOutcome(
                RecordingOutcome.Reason.STOPPED, Duration.ofMillis(90), true, "")));
        media.carryOut(new Effect.StopRecording(LEG, 5));
        assertThat(events).hasSize(2).element(1).isEqualTo(new CallEvent.RecordingEnded(LEG, 5, new RecordingOutcome(
                RecordingOutcome.Reason.STOPPED, Duration.ofMillis(80), true, "")));
    }

    @Test
    void aLiveRecordingOfALegWithoutMediaShouldFailWithItsEvent() {
        media.carryOut(new Effect.StartLiveRecording(LEG, 6, RECORDING, Duration.ofSeconds(30)));
        assertThat(((CallEvent.RecordingEnded) events.get(0)).outcome().reason())
                .isEqualTo(RecordingOutcome.Reason.FAILED);
    }

    @Test
    void whoAnsweredShouldBeToldInTheWordsOfTheMachine() {
        open();
        MachineDetection wanted = new MachineDetection(MachineDetection.Mode.DETECT_MESSAGE_END, Duration.ofSeconds(20),
                Duration.ofMillis(2_100), Duration.ofMillis(1_100), Duration.ofMillis(4_000));
        media.carryOut(new Effect.DetectMachine(LEG, 8, wanted));
        assertThat(server.detections).containsExactly(new org.callwright.media.spi.MachineDetection(
                org.callwright.media.spi.MachineDetection.Mode.DETECT_MESSAGE_END, Duration.ofSeconds(20),
                Duration.ofMillis(2_100), Duration.ofMillis(1_100), Duration.ofMillis(4_000)));
        server.detectionResults.get(0).complete(new MachineDetectionResult(MachineDetectionResult.Reason.DETECTED,
                org.callwright.media.spi.AnsweredBy.MACHINE_END_BEEP, Duration.ofMillis(6_040)));
        assertThat(events).containsExactly(
                new CallEvent.MachineDetected(LEG, 8, AnsweredBy.MACHINE_END_BEEP, Duration.ofMillis(6_040)));
    }

    @Test
    void aDetectionShouldEndWithTheMediaAndWithMediaThatBreaks() {
        open();
        MachineDetection wanted = MachineDetection.of(MachineDetection.Mode.ENABLE);
        media.carryOut(new Effect.DetectMachine(LEG, 8, wanted));
        server.detectionResults.get(0).completeExceptionally(new IllegalStateException("made to fail"));
        media.carryOut(new Effect.DetectMachine(LEG, 9, wanted));
        media.carryOut(new Effect.ReleaseMedia(LEG));
        media.carryOut(new Effect.DetectMachine(LEG, 10, wanted));
        assertThat(events).containsExactly(
                new CallEvent.MachineDetected(LEG, 8, AnsweredBy.UNKNOWN, Duration.ZERO),
                new CallEvent.MachineDetected(LEG, 9, AnsweredBy.UNKNOWN, Duration.ofMillis(40)),
                new CallEvent.MachineDetected(LEG, 10, AnsweredBy.UNKNOWN, Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource(org.callwright.media.spi.AnsweredBy.class)
    void everyAnswerOfADriverShouldHaveAWordOfTheMachine(org.callwright.media.spi.AnsweredBy told) {
        open();
        media.carryOut(new Effect.DetectMachine(LEG, 8, MachineDetection.of(MachineDetection.Mode.ENABLE)));
        server.detectionResults.get(0).complete(new MachineDetectionResult(
                MachineDetectionResult.Reason.DETECTED, told, Duration.ofSeconds(3)));
        AnsweredBy heard = ((CallEvent.MachineDetected) events.get(0)).answeredBy();
        assertThat(heard.name()).isEqualTo(told.name());
        assertThat(heard.machine()).isEqualTo(told.machine());
    }

    @Test
    void defaultsAndLimitsOfADetectionShouldBeThoseOfTheDrivers() {
        assertThat(WhoAnswers.request(new Effect.DetectMachine(
                LEG, 8, MachineDetection.of(MachineDetection.Mode.ENABLE))))
                .isEqualTo(org.callwright.media.spi.MachineDetection.of(
                        org.callwright.media.spi.MachineDetection.Mode.ENABLE));
        for (int seconds : new int[] {3, 59}) {
            assertThat(WhoAnswers.request(new Effect.DetectMachine(LEG, 8, new MachineDetection(
                    MachineDetection.Mode.ENABLE, Duration.ofSeconds(seconds), Duration.ofSeconds(6),
                    Duration.ofSeconds(5), Duration.ofSeconds(10)))).timeout()).hasSeconds(seconds);
        }
    }

    @Test
    void releaseShouldEndEverythingWithItsEventAndFreeTheSession() {
        open();
        media.carryOut(new Effect.PlayPrompt(LEG, 1, HELLO, 0));
        prepare(0);
        media.carryOut(new Effect.PlayPrompt(LEG, 2, HELLO, 1));
        media.carryOut(new Effect.StartRecording(
                LEG, 3, RECORDING, new RecordingSpec(false, Duration.ofSeconds(9), Duration.ZERO)));
        media.carryOut(new Effect.ReleaseMedia(LEG));
        media.carryOut(new Effect.ReleaseMedia(LEG));
        prepare(1);
        assertThat(events).hasSize(3).haveExactly(1,
                new Condition<>(CallEvent.RecordingEnded.class::isInstance, "the recording's end"));
        assertThat(server.released).isEqualTo(1);
        assertThat(media.legs()).isZero();
        assertThat(promptsReleased).isEqualTo(2);
    }

    @Test
    void whatIsWantedOfALegWithoutMediaShouldFailWithItsEvent() {
        media.carryOut(new Effect.PlayPrompt(LEG, 1, HELLO, 1));
        media.carryOut(new Effect.StartRecording(
                LEG, 2, RECORDING, new RecordingSpec(false, Duration.ofSeconds(9), Duration.ZERO)));
        media.carryOut(new Effect.ApplyAnswer(LEG, "sdp"));
        media.carryOut(new Effect.StopPrompt(LEG, 9));
        media.carryOut(new Effect.StopRecording(LEG, 9));
        assertThat(events).hasSize(3);
        assertThat(outcome().result()).isEqualTo(PromptOutcome.Result.FAILED);
        assertThat(((CallEvent.RecordingEnded) events.get(1)).outcome().reason())
                .isEqualTo(RecordingOutcome.Reason.FAILED);
        assertThat(((CallEvent.MediaRefused) events.get(2)).refusal()).isEqualTo(MediaRefusal.INTERNAL);
        assertThat(media.legs()).isZero();
    }

    @Test
    void keysAndSilenceOfThePeerShouldBecomeEvents() {
        open();
        server.keys.accept(new SignalDetector.Signal('#'));
        server.listener.inactive(Duration.ofSeconds(60));
        assertThat(events).containsExactly(new CallEvent.DigitPressed(LEG, '#'), new CallEvent.PeerSilent(LEG));
    }

    @Test
    void aDriverThatNeverAnswersShouldBeTakenForARefusal() {
        List<CallEvent> told = new CopyOnWriteArrayList<>();
        List<Runnable> hanging = new ArrayList<>();
        MediaAdapter slow = new MediaAdapter(server, prompt -> new CompletableFuture<>(),
                new RecordingFolder(data.resolve("recordings")), told::add, hanging::add, Duration.ofMillis(20));
        slow.carryOut(new Effect.AnswerOffer(LEG, "offer"));
        CallEvent late = new CallEvent.MediaRefused(LEG, MediaRefusal.INTERNAL, "media did not answer in time");
        eventually("the refusal is told", () -> told.equals(List.of(late)));

        hanging.forEach(Runnable::run);
        server.negotiations.get(0).complete("answer");
        assertThat(told).containsExactly(late);
    }

    private void open() {
        media.carryOut(new Effect.AnswerOffer(LEG, "offer"));
        server.negotiations.get(0).complete("answer");
        events.clear();
    }

    private void prepare(int number) {
        preparations.get(number).complete(new PreparedPrompt(
                Path.of("hello.wav"), "fake", "en-us", "real voice", () -> promptsReleased++));
    }

    private PromptOutcome outcome() {
        return ((CallEvent.PromptEnded) events.get(0)).outcome();
    }
}
