package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;

import java.util.Optional;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.MediaRefusal;
import org.junit.jupiter.api.Test;

/** Re-INVITEs. */
class ReofferTest {

    private static CallScript reoffered(CallScript call) {
        return call.post(new CallEvent.Reoffered(World.CALL, Optional.of("v=0 hold")));
    }

    private static CallScript reofferedWithoutOffer(CallScript call) {
        return call.post(new CallEvent.Reoffered(World.CALL, Optional.empty()));
    }

    @Test
    void renewedOfferShouldBeAnsweredWhileTheVerbGoesOn() {
        CallScript call = reoffered(answered("<Say>Hi</Say><Say>Next</Say>")).expect(Effect.AnswerOffer.class);
        call.mediaAnswered().expect(Effect.AcceptInvite.class);
        call.acknowledged().expectNothing();
        call.promptEnded().expectSpeech("Next");
    }

    @Test
    void reinviteWithoutOfferShouldBeAnsweredWithOurs() {
        CallScript call = reofferedWithoutOffer(answered("<Say>Hi</Say>")).expect(Effect.MakeOffer.class);
        call.mediaOffered().expect(Effect.AcceptInvite.class);
        call.acknowledgedWith(World.ANSWER).expect(Effect.ApplyAnswer.class);
        call.mediaConnected().expectNothing();
    }

    @Test
    void unacceptableOfferShouldBeRefusedAndTheCallGoOn() {
        CallScript call = reoffered(answered("<Say>Hi</Say><Say>Next</Say>"));
        call.mediaRefused(MediaRefusal.MALFORMED_SDP).expectRefusal(488);
        call.promptEnded().expectSpeech("Next");
        reoffered(call).expect(Effect.AnswerOffer.class);
    }

    @Test
    void secondReinviteWhileTheFirstWaitsForItsAckShouldBeRefusedWith491() {
        CallScript call = reofferedWithoutOffer(answered("<Say>Hi</Say>")).mediaOffered();
        reoffered(call).expectRefusal(491);
    }

    @Test
    void secondReinviteWhileTheFirstWaitsForUsShouldBeLeftToTheSipSide() {
        CallScript call = reoffered(answered("<Say>Hi</Say>"));
        reoffered(call).expectNothing();
        call.mediaAnswered().expect(Effect.AcceptInvite.class);
    }

    @Test
    void reinviteThatOvertakesTheAckShouldNotKeepTheDocumentFromRunning() {
        CallScript call = script().invite().destination(World.shop()).rcml("<Say>Hi</Say>").mediaAnswered();
        reofferedWithoutOffer(call).mediaOffered().acknowledged();
        assertThat(call.latest(Effect.PlayPrompt.class)).isNotNull();
    }

    @Test
    void hangUpShouldAnswerAReinviteThatWaits() {
        CallScript call = reoffered(answered("<Gather/>")).hungUp().expectRefusal(487)
                .expectEnded(CallStatus.COMPLETED);
        reoffered(call).expectNothing();
    }

    @Test
    void missingAckForAReinviteShouldEndTheCall() {
        CallScript call = reoffered(answered("<Gather/>")).mediaAnswered()
                .post(new CallEvent.AcknowledgeMissing(World.CALL)).expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
    }

    @Test
    void reinviteBeforeTheAnswerShouldChangeNothing() {
        reoffered(script().invite().destination(World.shop())).expectNothing();
    }
}
