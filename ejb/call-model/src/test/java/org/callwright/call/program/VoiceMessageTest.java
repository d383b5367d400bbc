package org.callwright.call.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.program.VoiceMessage.Answer;
import org.callwright.call.program.VoiceMessage.Limits;
import org.callwright.call.program.VoiceMessage.Prompt;
import org.callwright.call.program.VoiceMessage.Repeat;
import org.callwright.call.record.MessageRecord;
import org.callwright.call.state.Program;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Modification;
import org.callwright.call.value.PromptOutcome;
import org.junit.jupiter.api.Test;

/** The whole flow of a voice message: prompt with two chances, the message never barged in, select, repeat. */
class VoiceMessageTest {

    private static final String TEXT = "Press one to confirm, two to cancel, three to hear this again.";
    private static final String PROMPT = "Press seven to continue.";
    private static final String AGAIN = "Here it is again.";
    private static final Duration PROMPT_WAIT = Duration.ofSeconds(10);
    private static final Duration KEY_WAIT = Duration.ofSeconds(5);

    private static final VoiceMessage PLAIN = VoiceMessage.of("fr-fr", "woman", TEXT);
    private static final VoiceMessage PROMPTED = new VoiceMessage("en-us", "woman",
            Optional.of(new Prompt(PROMPT, "7")), TEXT, "", Optional.empty(), List.of(), Limits.DEFAULT);
    private static final VoiceMessage MENU = menu(Optional.of(AGAIN));

    private static VoiceMessage menu(Optional<String> again) {
        return new VoiceMessage("en-us", "woman", Optional.empty(), TEXT, "12", Optional.of(new Repeat("3", again)),
                List.of(new Answer("1", "You confirmed."), new Answer("9", "Never heard.")), Limits.DEFAULT);
    }

    private static CallScript dialled(VoiceMessage message) {
        return script().order(World.shopTellsBob(message)).mediaOffered();
    }

    private static CallScript accepted(CallScript call) {
        return call.post(new CallEvent.Accepted(World.CALL, Optional.of(World.ANSWER))).mediaConnected();
    }

    private static CallScript answered(VoiceMessage message) {
        return accepted(dialled(message));
    }

    private static void assertLastKey(CallScript call, String key) {
        assertThat(call.latest(Effect.SaveMessage.class).message()).isEqualTo(new MessageRecord(
                World.CALL, World.SHOP, call.latest(Effect.SaveMessage.class).message().updated(), false,
                Optional.of(key)));
    }

    private static void assertNoKey(CallScript call) {
        assertThat(call.all(Effect.SaveMessage.class)).isEmpty();
    }

    private static void assertHungUp(CallScript call) {
        call.expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
    }

    private static List<String> spoken(CallScript call) {
        return call.all(Effect.PlayPrompt.class).stream()
                .map(play -> ((org.callwright.call.value.Prompt.Speech) play.prompt()).text()).toList();
    }

    // ---- the message

    @Test
    void messageShouldBeSpokenWhenTheCalleeHasAnsweredAndNoApplicationIsAsked() {
        CallScript call = answered(PLAIN).expectSpeech(TEXT);
        assertThat(call.latest(Effect.PlayPrompt.class).prompt())
                .isEqualTo(new org.callwright.call.value.Prompt.Speech(TEXT, "fr-fr", "woman"));
        assertThat(call.all(Effect.FetchDocument.class)).isEmpty();
        assertThat(call.all(Effect.SendBye.class)).isEmpty();
    }

    @Test
    void messageShouldNotBeSpokenBeforeTheAnswer() {
        CallScript call = dialled(PLAIN).post(new CallEvent.Progressed(World.CALL, 180));
        assertThat(spoken(call)).isEmpty();
    }

    @Test
    void callShouldEndWhenTheTimeForKeysIsOver() {
        CallScript call = answered(PLAIN).promptEnded().expect(Effect.SaveSay.class, Effect.StartTimer.class);
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(KEY_WAIT);
        call.timeUp();
        assertHungUp(call);
        assertNoKey(call);
    }

    @Test
    void keysDuringTheMessageShouldNeitherInterruptItNorCount() {
        CallScript call = answered(MENU);
        for (char key : "0123456789*#".toCharArray()) {
            call.keys(String.valueOf(key)).expectNothing();
        }
        call.promptEnded().timeUp();
        assertThat(spoken(call)).containsExactly(TEXT);
        assertThat(call.all(Effect.StopPrompt.class)).isEmpty();
        assertNoKey(call);
        assertHungUp(call);
    }

    @Test
    void keysAfterTheMessageShouldCountAndTheLastOneMost() {
        CallScript call = answered(PLAIN).promptEnded().keys("4");
        assertLastKey(call, "4");
        call.keys("85");
        assertLastKey(call, "5");
        assertThat(call.all(Effect.StartTimer.class).stream().filter(t -> t.delay().equals(KEY_WAIT))).hasSize(1);
        call.timeUp(KEY_WAIT);
        assertHungUp(call);
        assertLastKey(call, "5");
    }

    @Test
    void starAndPoundShouldBeNoKeys() {
        CallScript call = answered(MENU).promptEnded().keys("*").expectNothing().keys("#").expectNothing()
                .keys("A").expectNothing();
        assertNoKey(call);
        call.timeUp();
        assertHungUp(call);
    }

    @Test
    void keysBeforeTheAnswerShouldBeNothing() {
        CallScript call = dialled(MENU).keys("1").expectNothing();
        accepted(call).promptEnded().timeUp();
        assertNoKey(call);
    }

    // ---- select

    @Test
    void selectedKeyShouldSpeakItsTextAndThenHangUp() {
        CallScript call = answered(MENU).promptEnded().keys("1").expectSpeech("You confirmed.");
        assertThat(call.all(Effect.StopTimer.class)).isNotEmpty();
        call.promptEnded();
        assertHungUp(call);
        assertLastKey(call, "1");
        assertThat(spoken(call)).containsExactly(TEXT, "You confirmed.");
    }

    @Test
    void selectedKeyWithoutATextShouldHangUpAtOnce() {
        CallScript call = answered(MENU).promptEnded().keys("2");
        assertHungUp(call);
        assertLastKey(call, "2");
        assertThat(spoken(call)).containsExactly(TEXT);
    }

    @Test
    void digitDuringTheLastTextShouldHangUpAtOnceAndBeTheLastKey() {
        CallScript call = answered(MENU).promptEnded().keys("1").keys("*").expectNothing().keys("6");
        assertLastKey(call, "6");
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
        call.promptEnded(PromptOutcome.Result.STOPPED, Duration.ofMillis(300));
        assertHungUp(call);
    }

    @Test
    void keyThatIsNotSelectedShouldBeRememberedAndTheWaitGoOn() {
        CallScript call = answered(MENU).promptEnded().keys("9").expect(Effect.SaveMessage.class);
        call.keys("1").expectSpeech("You confirmed.").promptEnded();
        assertLastKey(call, "1");
        assertThat(spoken(call)).doesNotContain("Never heard.");
    }

    // ---- repeat

    @Test
    void repeatKeyShouldSpeakItsTextAndTheMessageUpToThreeTimesAndTheFourthShouldHangUp() {
        CallScript call = answered(MENU).promptEnded();
        for (int repeat = 1; repeat <= 3; repeat++) {
            call.keys("3").expectSpeech(AGAIN);
            call.promptEnded().expectSpeech(TEXT);
            assertThat(call.all(Effect.SendBye.class)).isEmpty();
            call.promptEnded();
        }
        call.keys("3");
        assertHungUp(call);
        assertLastKey(call, "3");
        assertThat(spoken(call)).containsExactly(TEXT, AGAIN, TEXT, AGAIN, TEXT, AGAIN, TEXT);
    }

    @Test
    void repeatWithoutATextShouldSpeakTheMessageOnly() {
        CallScript call = answered(menu(Optional.empty())).promptEnded().keys("3").expectSpeech(TEXT);
        call.promptEnded().timeUp();
        assertHungUp(call);
        assertThat(spoken(call)).containsExactly(TEXT, TEXT);
    }

    @Test
    void keysWhileTheMessageIsRepeatedShouldBeLost() {
        CallScript call = answered(MENU).promptEnded().keys("3").keys("1").expectNothing().promptEnded()
                .keys("12").expectNothing().promptEnded().timeUp();
        assertHungUp(call);
        assertLastKey(call, "3");
        assertThat(spoken(call)).containsExactly(TEXT, AGAIN, TEXT);
    }

    @Test
    void selectAfterARepeatShouldBeTheLastKey() {
        CallScript call = answered(MENU).promptEnded().keys("3").promptEnded().promptEnded().keys("2");
        assertHungUp(call);
        assertLastKey(call, "2");
    }

    @Test
    void timeForKeysShouldRunAgainAfterEachRepeat() {
        CallScript call = answered(MENU).promptEnded().keys("3").promptEnded().promptEnded();
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(KEY_WAIT);
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.StartTimer.class);
    }

    // ---- prompt

    @Test
    void promptsKeyShouldLeadToTheMessage() {
        CallScript call = answered(PROMPTED).expectSpeech(PROMPT).promptEnded();
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(PROMPT_WAIT);
        call.keys("7").expectSpeech(TEXT);
        call.promptEnded().timeUp();
        assertHungUp(call);
        assertNoKey(call);
    }

    @Test
    void wrongKeyShouldRepeatThePromptOnceAndTheSecondOneShouldHangUpWithoutTheMessage() {
        CallScript call = answered(PROMPTED).promptEnded().keys("1").expectSpeech(PROMPT);
        call.promptEnded().keys("2");
        assertHungUp(call);
        assertThat(spoken(call)).containsExactly(PROMPT, PROMPT);
        assertNoKey(call);
    }

    @Test
    void silenceShouldCostAChanceLikeAWrongKey() {
        CallScript call = answered(PROMPTED).promptEnded().timeUp().expectSpeech(PROMPT);
        call.promptEnded().timeUp(PROMPT_WAIT);
        assertHungUp(call);
        assertThat(spoken(call)).containsExactly(PROMPT, PROMPT);
    }

    @Test
    void silenceAndThenTheRightKeyShouldLeadToTheMessage() {
        CallScript call = answered(PROMPTED).promptEnded().timeUp().promptEnded().keys("7").expectSpeech(TEXT);
        assertThat(call.all(Effect.SendBye.class)).isEmpty();
    }

    @Test
    void keysDuringThePromptShouldBeLostToo() {
        CallScript call = answered(PROMPTED).keys("7").expectNothing().keys("1").expectNothing().promptEnded();
        assertThat(spoken(call)).containsExactly(PROMPT);
        call.keys("7").expectSpeech(TEXT);
    }

    @Test
    void starAndPoundShouldCostNoChance() {
        CallScript call = answered(PROMPTED).promptEnded().keys("*").expectNothing().keys("#").expectNothing()
                .keys("7").expectSpeech(TEXT);
        assertThat(spoken(call)).containsExactly(PROMPT, TEXT);
    }

    @Test
    void chancesAndRepeatsAndWaitsShouldBeThoseOfTheOrder() {
        Limits limits = new Limits(3, 1, Duration.ofSeconds(2), Duration.ofSeconds(1));
        VoiceMessage message = new VoiceMessage("en-us", "woman", Optional.of(new Prompt(PROMPT, "7")), TEXT, "",
                Optional.of(new Repeat("0", Optional.empty())), List.of(), limits);
        CallScript call = answered(message).promptEnded().timeUp(Duration.ofSeconds(2)).promptEnded().keys("1")
                .expectSpeech(PROMPT);
        call.promptEnded().keys("7").promptEnded();
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(1));
        call.keys("0").expectSpeech(TEXT).promptEnded().keys("0");
        assertHungUp(call);
    }

    // ---- ends

    @Test
    void calleeWhoHangsUpAtAnyTimeShouldEndACompletedCallWithTheKeyThatCounted() {
        answered(PROMPTED).hungUp().promptEnded(PromptOutcome.Result.STOPPED, Duration.ZERO)
                .expectEnded(CallStatus.COMPLETED);
        answered(PROMPTED).promptEnded().hungUp().expectEnded(CallStatus.COMPLETED);
        answered(PLAIN).hungUp().promptEnded(PromptOutcome.Result.STOPPED, Duration.ofSeconds(1))
                .expectEnded(CallStatus.COMPLETED);
        CallScript call = answered(PLAIN).promptEnded().keys("5").hungUp().expectEnded(CallStatus.COMPLETED);
        assertLastKey(call, "5");
        assertThat(call.all(Effect.SendBye.class)).isEmpty();
    }

    @Test
    void messageThatCanNotBeSpokenShouldEndTheCallUnheardWithANotification() {
        CallScript call = answered(PLAIN).promptFailed(2301, "no voice").expectNotification(0, 2301);
        assertHungUp(call);
        assertThat(call.latest(Effect.SaveMessage.class).message().unheard()).isTrue();
        assertThat(answered(PROMPTED).promptFailed(2301, "no voice").latest(Effect.SaveMessage.class).message()
                .unheard()).isTrue();
    }

    @Test
    void laterTextThatCanNotBeSpokenShouldNotMakeTheCallUnheard() {
        CallScript afterPrompt = answered(PROMPTED).promptEnded().keys("7").promptFailed(2301, "no voice");
        assertHungUp(afterPrompt);
        assertNoKey(afterPrompt);
        CallScript secondPrompt = answered(PROMPTED).promptEnded().timeUp().promptFailed(2301, "no voice");
        assertHungUp(secondPrompt);
        assertNoKey(secondPrompt);
        CallScript repeating = answered(MENU).promptEnded().keys("3").promptFailed(2301, "no voice");
        assertHungUp(repeating);
        assertLastKey(repeating, "3");
        CallScript lastText = answered(MENU).promptEnded().keys("1").promptFailed(2301, "no voice");
        assertHungUp(lastText);
        assertLastKey(lastText, "1");
    }

    @Test
    void promptOfAnotherOperationShouldChangeNothing() {
        answered(PLAIN).post(new CallEvent.PromptEnded(World.CALL, 9_999, new PromptOutcome(
                PromptOutcome.Result.COMPLETED, Duration.ofSeconds(1), "", "", "", 0, ""))).expectNothing();
    }

    @Test
    void documentOfAModificationShouldReplaceTheMessage() {
        Modification change = new Modification(Modification.Ending.NONE, Optional.of(World.post(World.VOICE_URL)),
                Optional.empty(), Optional.empty());
        CallScript whileRinging = dialled(PLAIN).post(new CallEvent.ModifyRequested(World.CALL, change));
        accepted(whileRinging).expectRequest(World.VOICE_URL);
        assertThat(spoken(whileRinging)).isEmpty();

        CallScript whileSpeaking = answered(PLAIN).post(new CallEvent.ModifyRequested(World.CALL, change));
        assertThat(whileSpeaking.all(Effect.StopPrompt.class)).hasSize(1);
        whileSpeaking.promptEnded(PromptOutcome.Result.STOPPED, Duration.ofSeconds(1)).expectRequest(World.VOICE_URL);
    }

    @Test
    void sessionShouldShowNoTextInItsDescription() {
        CallScript call = answered(MENU);
        assertThat(call.session().program()).isInstanceOf(Program.Flowing.class);
        assertThat(call.session().toString()).doesNotContain("confirm");
        assertThat(MENU.toString()).doesNotContain("confirm");
    }
}
