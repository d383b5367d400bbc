package org.callwright.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.engine.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.RecordedParties;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingSpec;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.RecordedAudio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two legs that hear each other, on a media server without audio. */
class BridgeTest {

    private static final CallSid CALLER = new CallSid("CA00000000000000000000000000000001");
    private static final CallSid CALLEE = new CallSid("CA00000000000000000000000000000002");
    private static final RecordingSid RECORDING = new RecordingSid("RE00000000000000000000000000000001");

    @TempDir
    Path data;
    private final FakeMedia server = new FakeMedia();
    private final List<CallEvent> events = new ArrayList<>();
    private MediaAdapter media;

    @BeforeEach
    void start() {
        media = new MediaAdapter(server, prompt -> new CompletableFuture<>(),
                new RecordingFolder(data.resolve("recordings")), events::add, Runnable::run);
    }

    private void open(CallSid leg) {
        media.carryOut(new Effect.AnswerOffer(leg, "offer"));
        server.negotiations.get(server.negotiations.size() - 1).complete("answer");
        events.clear();
    }

    private void join() {
        open(CALLER);
        open(CALLEE);
        media.carryOut(new Effect.JoinLegs(CALLER, CALLEE));
    }

    @Test
    void bothShouldHearAndBeHeard() {
        join();
        assertThat(events).containsExactly(new CallEvent.LegsJoined(CALLER, CALLEE));
        assertThat(server.mixers).hasSize(1);
        assertThat(server.mixers.get(0).members.values())
                .containsExactly(Joinable.Direction.DUPLEX, Joinable.Direction.DUPLEX);
    }

    @Test
    void partedLegsShouldLeaveNoMixerBehind() {
        join();
        media.carryOut(new Effect.PartLegs(CALLER));
        assertThat(server.mixers.get(0).gone).isTrue();
        media.carryOut(new Effect.PartLegs(CALLER));
        media.carryOut(new Effect.PartLegs(CALLEE));
        assertThat(events).hasSize(1);
    }

    @Test
    void oneShouldHearTheOtherFirstIfThatIsWantedAndBothEachOtherInTheSameMixerLater() {
        open(CALLER);
        open(CALLEE);
        media.carryOut(new Effect.HearLeg(CALLER, CALLEE));
        assertThat(server.mixers.get(0).members.values())
                .containsExactly(Joinable.Direction.SEND, Joinable.Direction.RECV);
        media.carryOut(new Effect.JoinLegs(CALLER, CALLEE));
        assertThat(server.mixers).hasSize(1);
        assertThat(server.mixers.get(0).members.values())
                .containsExactly(Joinable.Direction.DUPLEX, Joinable.Direction.DUPLEX);
        assertThat(events).containsExactly(
                new CallEvent.LegsJoined(CALLER, CALLEE), new CallEvent.LegsJoined(CALLER, CALLEE));
    }

    @Test
    void joiningAnotherShouldEndTheFirstJoin() {
        CallSid another = new CallSid("CA00000000000000000000000000000003");
        join();
        open(another);
        media.carryOut(new Effect.JoinLegs(CALLER, another));
        assertThat(server.mixers).extracting(mixer -> mixer.gone).containsExactly(true, false);
    }

    @Test
    void theReleaseOfTheLegShouldEndTheMixer() {
        join();
        media.carryOut(new Effect.ReleaseMedia(CALLER));
        assertThat(server.mixers.get(0).gone).isTrue();
    }

    @Test
    void aLegWithoutMediaShouldBeNoPartner() {
        open(CALLER);
        media.carryOut(new Effect.JoinLegs(CALLER, CALLEE));
        media.carryOut(new Effect.JoinLegs(CALLEE, CALLER));
        assertThat(events).containsExactly(
                new CallEvent.LegsNotJoined(CALLER, CALLEE, "the leg has no media"),
                new CallEvent.LegsNotJoined(CALLEE, CALLER, "the leg has no media"));
        assertThat(server.mixers).isEmpty();
    }

    @Test
    void aDriverThatDoesNotMixShouldSaySo() {
        server.noMixer = new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, "this driver does not mix");
        join();
        assertThat(events).containsExactly(
                new CallEvent.LegsNotJoined(CALLER, CALLEE, "this driver does not mix"));
    }

    @Test
    void legsShouldCountAsJoinedWhenTheDriverHasJoinedThem() {
        CompletableFuture<Void> joining = new CompletableFuture<>();
        server.joining = joining;
        join();
        assertThat(events).isEmpty();
        joining.complete(null);
        assertThat(events).containsExactly(new CallEvent.LegsJoined(CALLER, CALLEE));
    }

    @Test
    void aJoinThatFailsLaterShouldBeToldAndLeaveNoMixerBehind() {
        CompletableFuture<Void> joining = new CompletableFuture<>();
        server.joining = joining;
        join();
        joining.completeExceptionally(
                new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, "the media server is full"));
        assertThat(events).containsExactly(
                new CallEvent.LegsNotJoined(CALLER, CALLEE, "the media server is full"));
        assertThat(server.mixers.get(0).gone).isTrue();
    }

    @Test
    void ofLegsThatWerePartedMeanwhileNothingShouldBeTold() {
        CompletableFuture<Void> joining = new CompletableFuture<>();
        server.joining = joining;
        join();
        media.carryOut(new Effect.PartLegs(CALLER));
        joining.completeExceptionally(new MediaException(MediaFailure.RELEASED, "the mixer is released"));
        assertThat(events).isEmpty();
    }

    @Test
    void aJoinOfWhichNothingIsHeardShouldCountAsFailed() {
        List<CallEvent> told = new CopyOnWriteArrayList<>();
        media = new MediaAdapter(server, prompt -> new CompletableFuture<>(),
                new RecordingFolder(data.resolve("recordings")), told::add, Runnable::run, Duration.ofMillis(30));
        server.joining = new CompletableFuture<>();
        open(CALLER);
        open(CALLEE);
        media.carryOut(new Effect.JoinLegs(CALLER, CALLEE));
        eventually("that is told", () -> told.contains(
                new CallEvent.LegsNotJoined(CALLER, CALLEE, "media did not answer in time")));
    }

    @Test
    void theMediaOfADialledLegShouldBeMadeBesideTheDiallersWhileThatHasAny() {
        open(CALLER);
        FakeMedia.Session callers = server.lastSession;
        media.carryOut(new Effect.MakeOffer(CALLEE, Optional.of(CALLER)));
        assertThat(server.lastSession.beside).containsSame(callers);
        media.carryOut(new Effect.ReleaseMedia(CALLEE));
        media.carryOut(new Effect.ReleaseMedia(CALLER));
        media.carryOut(new Effect.MakeOffer(CALLEE, Optional.of(CALLER)));
        assertThat(server.sessions).isEqualTo(3);
        assertThat(server.lastSession.beside).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PEER,RECEIVED", "MIXED,MIXED", "SEPARATE,SEPARATE"})
    void theRecorderShouldTakeTheParties(RecordedParties wanted, RecordedAudio recorded) {
        join();
        media.carryOut(new Effect.StartRecording(CALLER, 7, RECORDING,
                new RecordingSpec(false, Duration.ofSeconds(9), Duration.ZERO, wanted)));
        assertThat(server.records.get(0).audio()).isEqualTo(recorded);
    }

    @Test
    void theRingingToneShouldPlayUntilItIsStopped() {
        open(CALLER);
        media.carryOut(new Effect.PlayPrompt(CALLER, 3, new Prompt.Ringback(), 0));
        assertThat(server.plays.get(0).segments()).hasSize(2).first().isInstanceOf(AudioSegment.Tone.class);
        assertThat(server.plays.get(0).repeatCount()).isZero();
        media.carryOut(new Effect.StopPrompt(CALLER, 3));
        assertThat(events).singleElement().isInstanceOf(CallEvent.PromptEnded.class);
    }
}
