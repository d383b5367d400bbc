package org.callwright.call.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;

import java.time.Duration;
import org.callwright.call.CallEvent;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.PromptOutcome.Result;
import org.junit.jupiter.api.Test;

class GatherTest {

    @Test
    void gatherShouldSendTheDigitsWithoutTheFinishKey() {
        answered("<Gather action=\"/menu\"/>").keys("123#")
                .expectRequest("http://app.example/menu").expectParameter("Digits", "123")
                .expectParameter("CallStatus", "in-progress");
    }

    @Test
    void gatherWithoutActionShouldAskTheCurrentDocument() {
        answered("<Gather numDigits=\"1\"/>").keys("4").expectRequest(World.VOICE_URL).expectParameter("Digits", "4");
    }

    @Test
    void gatherShouldAskByItsMethod() {
        CallScript call = answered("<Gather numDigits=\"1\" method=\"GET\"/>").keys("4");
        assertThat(call.request().target().method()).isEqualTo(HttpMethod.GET);
    }

    @Test
    void gatherShouldBeCompleteWithItsNumberOfDigits() {
        answered("<Gather numDigits=\"3\"/>").keys("12").expectNoRequest().keys("3").expectParameter("Digits", "123");
    }

    @Test
    void firstDigitShouldStopThePromptAndCount() {
        CallScript call = answered("<Gather action=\"/menu\"><Say>Press a key</Say><Say>Any</Say></Gather>")
                .expectSpeech("Press a key");
        call.keys("7").expect(Effect.StopPrompt.class, Effect.StartTimer.class);
        call.promptEnded(Result.STOPPED, Duration.ofMillis(600)).expect(Effect.SaveSay.class);
        call.keys("8#").expectParameter("Digits", "78");
    }

    @Test
    void promptsShouldRunOneAfterTheOtherBeforeTheTimerStarts() {
        CallScript call = answered("<Gather timeout=\"8\"><Say>One</Say><Play>/two.wav</Play>"
                + "<Pause length=\"2\"/></Gather>")
                .expectSpeech("One").promptEnded().expectAudio("http://app.example/two.wav").promptEnded();
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(2));
        call.timeUp();
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void digitDuringANestedPauseShouldEndThePause() {
        answered("<Gather numDigits=\"2\"><Pause length=\"30\"/><Say>Late</Say></Gather>").keys("5")
                .expect(Effect.StopTimer.class, Effect.StartTimer.class).keys("6").expectParameter("Digits", "56");
    }

    @Test
    void timeoutAfterSomeDigitsShouldSendThem() {
        answered("<Gather/>").keys("42").timeUp().expectParameter("Digits", "42");
    }

    @Test
    void eachDigitShouldStartTheTimerAnew() {
        CallScript call = answered("<Gather preTimeout=\"9\" postTimeout=\"3\"/>");
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(9));
        long first = call.latest(Effect.StartTimer.class).timer();
        call.keys("1").expect(Effect.StopTimer.class, Effect.StartTimer.class);
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(call.latest(Effect.StopTimer.class).timer()).isEqualTo(first);
    }

    @Test
    void timerThatFiresAfterTheDigitThatReplacedItShouldChangeNothing() {
        CallScript call = answered("<Gather/>");
        long first = call.latest(Effect.StartTimer.class).timer();
        call.keys("1").post(new CallEvent.TimerFired(World.CALL, first)).expectNothing();
    }

    @Test
    void gatherWithoutDigitsShouldGoOnWithTheNextVerb() {
        answered("<Gather action=\"/menu\"/><Say>Nothing heard</Say>").timeUp().expectNoRequest()
                .expectSpeech("Nothing heard");
    }

    @Test
    void onlyTheFinishKeyShouldGoOnWithTheNextVerb() {
        answered("<Gather action=\"/menu\"/><Say>Nothing heard</Say>").keys("#").expectNoRequest()
                .expectSpeech("Nothing heard");
    }

    @Test
    void finishKeyDuringThePromptShouldStopItAndGoOn() {
        CallScript call = answered("<Gather><Say>Press</Say></Gather><Say>Next</Say>").keys("#").expectSpeech("Next");
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.StopPrompt.class);
    }

    @Test
    void actionOnEmptyResultShouldAskWithoutDigits() {
        answered("<Gather action=\"/menu\" actionOnEmptyResult=\"true\"/>").timeUp()
                .expectRequest("http://app.example/menu").expectParameter("Digits", "");
    }

    @Test
    void anyOfSeveralFinishKeysShouldEndTheInput() {
        answered("<Gather finishOnKey=\"*#\"/>").keys("12*").expectParameter("Digits", "12");
    }

    @Test
    void emptyFinishOnKeyShouldLetEveryKeyThrough() {
        answered("<Gather finishOnKey=\"\" numDigits=\"3\"/>").keys("1#*").expectParameter("Digits", "1#*");
    }

    @Test
    void inputShouldBeginWithAStartInputKeyOnly() {
        CallScript call = answered("<Gather startInputKey=\"9\" numDigits=\"2\"><Say>Press</Say></Gather>");
        call.keys("12").expectNothing();
        call.keys("91").expectParameter("Digits", "91");
    }

    @Test
    void nestedPlayThatFailsShouldHangUpWithItsOwnCode() {
        answered("<Gather><Play>/gone.wav</Play></Gather>").promptFailed(12400, "status 404")
                .expectNotification(0, 13325).expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void nestedPlayOfABrokenFileShouldBePassedByWithItsOwnCode() {
        CallScript call = answered("<Gather action=\"/menu\" numDigits=\"1\"><Play>/broken.mp3</Play><Say>Press</Say>"
                + "</Gather>")
                .promptFailed(12300, "the audio can't be played").expectNotification(0, 13325).expectSpeech("Press");
        call.keys("7").expectParameter("Digits", "7");
    }

    @Test
    void nestedSayThatFailsShouldHangUpAndLeaveAFailedRecord() {
        CallScript call = answered("<Gather><Say>Hi</Say></Gather>").promptFailed(2301, "no voice")
                .expectEnded(CallStatus.COMPLETED);
        assertThat(call.say().completed()).isFalse();
    }

    @Test
    void invalidActionShouldHangUpWithANotification() {
        answered("<Gather action=\":no:url:\" numDigits=\"1\"/>").keys("1")
                .expectNotification(0, 11100).expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void callerWhoHangsUpDuringGatherShouldCauseNoRequest() {
        answered("<Gather action=\"/menu\"/>").keys("12").hungUp().expectNoRequest()
                .expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void digitsShouldNotShowInTheTextOfTheSession() {
        CallScript call = answered("<Gather/>").keys("4711");
        assertThat(call.session().program().toString()).doesNotContain("4711");
    }
}
