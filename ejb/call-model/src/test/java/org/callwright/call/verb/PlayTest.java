package org.callwright.call.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;

import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.value.CallStatus;
import org.junit.jupiter.api.Test;

class PlayTest {

    @Test
    void playShouldFetchAUrlRelativeToTheDocument() {
        answered("<Play>sounds/hello.wav</Play>").expectAudio("http://app.example/sounds/hello.wav");
    }

    @Test
    void playShouldTakeAnAbsoluteUrlWithBareAmpersands() {
        answered("<Play> http://cdn.example/a.wav?x=1&y=2 </Play>").expectAudio("http://cdn.example/a.wav?x=1&y=2");
    }

    @Test
    void playShouldLoopAsOftenAsAsked() {
        assertThat(answered("<Play loop=\"0\">/a.wav</Play>").latest(Effect.PlayPrompt.class).loop()).isZero();
        assertThat(answered("<Play loop=\"4\">/a.wav</Play>").latest(Effect.PlayPrompt.class).loop()).isEqualTo(4);
    }

    @Test
    void playShouldGoOnWhenItEndsAndLeaveNoSayRecord() {
        CallScript call = answered("<Play>/a.wav</Play><Say>Next</Say>").promptEnded().expectSpeech("Next");
        assertThat(call.all(Effect.SaveSay.class)).isEmpty();
    }

    @Test
    void playThatCanNotBeFetchedShouldHangUpWithANotification() {
        answered("<Play>/gone.wav</Play><Say>Next</Say>").promptFailed(13233, "status 404")
                .expectNotification(0, 13233).expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void playOfABrokenFileShouldLeaveANotificationAndGoOn() {
        answered("<Play>/broken.wav</Play><Say>Next</Say>").promptFailed(12300, "the audio can't be played")
                .expectNotification(0, 13233).expectSpeech("Next");
    }

    @Test
    void playOfWhatIsNoUrlShouldHangUpWithANotification() {
        CallScript call = answered("<Play>:not:a:url:</Play>").expectNotification(0, 13233)
                .expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.PlayPrompt.class)).isEmpty();
    }

    @Test
    void emptyPlayShouldBeSkipped() {
        answered("<Play/><Say>Next</Say>").expectSpeech("Next");
    }
}
