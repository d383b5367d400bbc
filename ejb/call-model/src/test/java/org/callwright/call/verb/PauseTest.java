package org.callwright.call.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.value.CallStatus;
import org.junit.jupiter.api.Test;

class PauseTest {

    @Test
    void pauseShouldWaitItsLength() {
        CallScript call = answered("<Say>Hi</Say><Pause length=\"4\"/><Say>Next</Say>").promptEnded();
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(4));
        call.timeUp().expectSpeech("Next");
    }

    @Test
    void pauseWithoutAUsableLengthShouldWaitASecond() {
        CallScript call = answered("<Say>Hi</Say><Pause length=\"soon\"/>").promptEnded().expectNotification(1, 13910);
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void pauseAsTheFirstVerbShouldWaitWithoutAnswering() {
        CallScript call = script().invite().destination(World.shop()).rcml("<Pause length=\"3\"/><Say>Hi</Say>")
                .expect(Effect.StartTimer.class);
        call.timeUp().expect(Effect.AnswerOffer.class);
        call.mediaAnswered().acknowledged().expectSpeech("Hi");
    }

    @Test
    void rejectAfterAPauseShouldStillRefuseTheUnansweredCall() {
        script().invite().destination(World.shop()).rcml("<Pause/><Reject/>").timeUp()
                .expectRefusal(603).expectEnded(CallStatus.BUSY);
    }

    @Test
    void callerShouldBeAbleToGiveUpDuringAPauseBeforeTheAnswer() {
        CallScript call = script().invite().destination(World.shop()).rcml("<Pause length=\"60\"/>").cancelled()
                .expectEnded(CallStatus.CANCELED);
        assertThat(call.all(Effect.StopTimer.class)).hasSize(2);
    }

    @Test
    void onlyAPauseShouldEndInARefusal() {
        script().invite().destination(World.shop()).rcml("<Pause/>").timeUp()
                .expectRefusal(480).expectEnded(CallStatus.FAILED);
    }
}
