package org.callwright.call.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;

import java.time.Duration;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome.Result;
import org.junit.jupiter.api.Test;

class SayTest {

    @Test
    void sayShouldSpeakWithItsVoiceLanguageAndLoop() {
        CallScript call = answered("<Say voice=\"woman\" language=\"de-DE\" loop=\"3\">Guten Tag</Say>");
        Effect.PlayPrompt play = call.latest(Effect.PlayPrompt.class);
        assertThat(play.prompt()).isEqualTo(new Prompt.Speech("Guten Tag", "de-de", "woman"));
        assertThat(play.loop()).isEqualTo(3);
    }

    @Test
    void sayShouldLeaveARecordAndGoOnWhenItIsSpoken() {
        CallScript call = answered("<Say>Grüße 👋</Say><Say>Next</Say>")
                .promptEnded(Result.COMPLETED, Duration.ofMillis(2_500));

        assertThat(call.say().completed()).isTrue();
        assertThat(call.say().reason()).isEmpty();
        assertThat(call.say().duration()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(call.say().characterCount()).isEqualTo(7);
        assertThat(call.say().provider()).isEqualTo("marytts");
        assertThat(call.say().language()).isEqualTo("en-us");
        assertThat(call.say().account()).isEqualTo(World.SHOP);
        assertThat(call.say().sid().value()).matches("SA[0-9a-f]{32}");
        call.expectSpeech("Next");
    }

    @Test
    void sayThatFailsShouldLeaveAFailedRecordAndHangUp() {
        CallScript call = answered("<Say language=\"fr\">Bonjour</Say><Say>Next</Say>")
                .promptFailed(2301, "no voice for fr")
                .expectNotification(0, 2301).expectEnded(CallStatus.COMPLETED);

        assertThat(call.say().completed()).isFalse();
        assertThat(call.say().reason()).isEqualTo("2301 no voice for fr");
        assertThat(call.say().language()).isEqualTo("fr");
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.SendBye.class);
    }

    @Test
    void endlessSayShouldLeaveARecordOfWhatWasHeardWhenTheCallerHangsUp() {
        CallScript call = answered("<Say loop=\"0\">Please hold</Say>");
        assertThat(call.latest(Effect.PlayPrompt.class).loop()).isZero();

        call.hungUp();
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.ReleaseMedia.class);
        call.promptEnded(Result.STOPPED, Duration.ofSeconds(9)).expectEnded(CallStatus.COMPLETED);
        assertThat(call.say().completed()).isTrue();
        assertThat(call.say().duration()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void emptySayShouldBeSkipped() {
        answered("<Say>  </Say><Say>Next</Say>").expectSpeech("Next");
    }

    @Test
    void keysShouldNotInterruptSay() {
        answered("<Say>Hi</Say>").keys("123#").expectNothing();
    }
}
