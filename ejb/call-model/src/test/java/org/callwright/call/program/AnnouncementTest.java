package org.callwright.call.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.script;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.program.Announcement.Offer;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.Modification;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole flow of an announcement: who answered, the content, the offer to hear it again. */
class AnnouncementTest {

    private static final String TEXT = "The library is closed today.";
    private static final String OFFER = Offer.DEFAULT.text();
    private static final Prompt SPEECH = new Prompt.Speech(TEXT, "en-gb", "man");
    private static final Prompt STORED = new Prompt.Stored("/data/tms/17.wav");

    private static CallScript answered(Announcement announcement) {
        return script().order(World.shopTellsBob(announcement)).mediaOffered()
                .post(new CallEvent.Accepted(World.CALL, Optional.of(World.ANSWER))).mediaConnected();
    }

    private static CallScript answered(Prompt content) {
        return answered(Announcement.of(content));
    }

    private static List<Prompt> heard(CallScript call) {
        return call.all(Effect.PlayPrompt.class).stream().map(Effect.PlayPrompt::prompt).toList();
    }

    private static void assertHungUp(CallScript call) {
        call.expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
    }

    @Test
    void nothingShouldBeSaidBeforeItIsKnownWhoAnswered() {
        CallScript call = answered(SPEECH).keys("1");
        assertThat(heard(call)).isEmpty();
        assertThat(call.latest(Effect.DetectMachine.class).detection())
                .isEqualTo(MachineDetection.of(MachineDetection.Mode.DETECT_MESSAGE_END));
        assertThat(call.all(Effect.FetchDocument.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = AnsweredBy.class, names = {"HUMAN", "UNKNOWN"})
    void anybodyWhoIsNoMachineShouldHearTheTextAndTheOffer(AnsweredBy who) {
        CallScript call = answered(SPEECH).detected(who, 2_500).expectSpeech(TEXT);
        assertThat(call.latest(Effect.PlayPrompt.class).prompt()).isEqualTo(SPEECH);
        call.promptEnded().expectSpeech(OFFER);
        assertThat(call.latest(Effect.PlayPrompt.class).prompt())
                .isEqualTo(new Prompt.Speech(OFFER, "en-gb", "man"));
        call.promptEnded();
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(5));
        call.timeUp();
        assertHungUp(call);
        assertThat(call.call().answeredBy()).contains(who);
    }

    @ParameterizedTest
    @EnumSource(value = AnsweredBy.class, names = {"MACHINE_START", "MACHINE_END_BEEP", "MACHINE_END_SILENCE",
            "MACHINE_END_OTHER"})
    void machineShouldGetTheTextOnceAndNoOffer(AnsweredBy who) {
        CallScript call = answered(SPEECH).detected(who, 9_000).expectSpeech(TEXT);
        call.keys("1").expectNothing().promptEnded();
        assertHungUp(call);
        assertThat(heard(call)).containsExactly(SPEECH);
        assertThat(call.call().answeredBy()).contains(who);
    }

    @Test
    void audioShouldBePlayedOnceToAnybody() {
        CallScript stored = answered(STORED).detected(AnsweredBy.HUMAN, 2_000);
        assertThat(heard(stored)).containsExactly(STORED);
        assertHungUp(stored.promptEnded());
        Prompt remote = new Prompt.Audio(URI.create("http://media.example/a.wav"));
        CallScript fetched = answered(remote).detected(AnsweredBy.MACHINE_END_BEEP, 2_000).promptEnded();
        assertThat(heard(fetched)).containsExactly(remote);
        assertHungUp(fetched);
    }

    @Test
    void offersKeyShouldRepeatTheTextTenTimesAtMost() {
        CallScript call = answered(SPEECH).detected(AnsweredBy.HUMAN, 2_000).promptEnded();
        for (int repeat = 1; repeat <= 10; repeat++) {
            call.expectSpeech(OFFER).promptEnded().keys("1").expectSpeech(TEXT).promptEnded();
        }
        assertHungUp(call);
        assertThat(heard(call).stream().filter(SPEECH::equals)).hasSize(11);
        assertThat(heard(call)).hasSize(21);
    }

    @Test
    void offersKeyShouldCountWhileTheOfferIsStillSpoken() {
        CallScript call = answered(SPEECH).detected(AnsweredBy.HUMAN, 2_000).promptEnded();
        long offer = call.latest(Effect.PlayPrompt.class).operation();
        call.keys("1").expectSpeech(TEXT);
        assertThat(call.latest(Effect.StopPrompt.class).operation()).isEqualTo(offer);
        call.post(new CallEvent.PromptEnded(World.CALL, offer, new PromptOutcome(
                PromptOutcome.Result.STOPPED, Duration.ofSeconds(1), "", "en-gb", "man", 0, "")));
        call.expect(Effect.SaveSay.class).promptEnded().expectSpeech(OFFER);
    }

    @Test
    void keyDuringTheTextShouldBeLost() {
        CallScript call = answered(SPEECH).detected(AnsweredBy.HUMAN, 2_000).keys("1").expectNothing();
        call.promptEnded().expectSpeech(OFFER);
    }

    @ParameterizedTest
    @EnumSource(AnsweredBy.class)
    void calleeWhoHangsUpWhileItListensShouldLeaveAResult(AnsweredBy known) {
        CallScript call = answered(SPEECH).hungUp();
        assertThat(call.session().ended()).isFalse();
        call.detected(known, 700).expectEnded(CallStatus.COMPLETED);
        assertThat(call.call().answeredBy()).contains(known);
        assertThat(heard(call)).isEmpty();
    }

    @Test
    void anotherKeyShouldHangUp() {
        for (String key : List.of("2", "*", "#")) {
            CallScript waiting = answered(SPEECH).detected(AnsweredBy.HUMAN, 2_000).promptEnded().promptEnded();
            assertHungUp(waiting.keys(key));
        }
    }

    @Test
    void mediaThatTellsNothingShouldCountAsUnknown() {
        CallScript call = answered(SPEECH).timeUp(Duration.ofSeconds(35)).expectSpeech(TEXT);
        assertThat(call.call().answeredBy()).contains(AnsweredBy.UNKNOWN);
        call.detected(AnsweredBy.MACHINE_START, 40_000).expectNothing();
        call.promptEnded().expectSpeech(OFFER);
    }

    @Test
    void contentThatCanNotBeHadShouldEndTheCallUnheardWithItsReason() {
        CallScript text = answered(SPEECH).detected(AnsweredBy.HUMAN, 2_000).promptFailed(2302, "no such voice");
        assertHungUp(text);
        assertThat(text.latest(Effect.SaveMessage.class).message().unheard()).isTrue();
        assertThat(text.latest(Effect.SaveMessage.class).message().reason()).isEqualTo("no such voice");
        text.expectNotification(0, 2302);
        CallScript audio = answered(STORED).detected(AnsweredBy.MACHINE_END_BEEP, 2_000)
                .promptFailed(13_233, "the host answered 404");
        assertHungUp(audio);
        assertThat(audio.latest(Effect.SaveMessage.class).message().reason()).isEqualTo("the host answered 404");
    }

    @Test
    void offerThatCanNotBeSpokenShouldNotMakeTheMessageUnheard() {
        CallScript call = answered(SPEECH).detected(AnsweredBy.HUMAN, 2_000).promptEnded().promptFailed(2302, "gone");
        assertHungUp(call);
        assertThat(call.all(Effect.SaveMessage.class)).isEmpty();
    }

    @Test
    void offerShouldBeThatOfTheOrder() {
        Offer offer = new Offer("Press nine.", "9", Duration.ofSeconds(2), 1);
        MachineDetection quick = MachineDetection.of(MachineDetection.Mode.ENABLE);
        CallScript call = answered(new Announcement(SPEECH, quick, Optional.of(offer)));
        assertThat(call.latest(Effect.DetectMachine.class).detection()).isEqualTo(quick);
        call.detected(AnsweredBy.HUMAN, 2_000).promptEnded().expectSpeech("Press nine.").promptEnded();
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(2));
        assertHungUp(call.keys("9").expectSpeech(TEXT).promptEnded());
    }

    @Test
    void documentOfAModificationShouldReplaceTheAnnouncementWhileItListens() {
        Modification change = new Modification(Modification.Ending.NONE, Optional.of(World.post(World.VOICE_URL)),
                Optional.empty(), Optional.empty());
        CallScript call = answered(SPEECH).post(new CallEvent.ModifyRequested(World.CALL, change))
                .expectRequest(World.VOICE_URL).detected(AnsweredBy.HUMAN, 2_000).expect(Effect.StopTimer.class,
                        Effect.SaveCall.class);
        assertThat(heard(call)).isEmpty();
        assertThat(call.call().answeredBy()).contains(AnsweredBy.HUMAN);
    }

    @Test
    void announcementShouldShowNoTextInItsDescription() {
        assertThat(Announcement.of(SPEECH).toString()).doesNotContain("library");
    }
}
