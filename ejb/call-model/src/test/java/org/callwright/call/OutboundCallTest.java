package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.MediaRefusal;
import org.callwright.call.value.Parameter;
import org.junit.jupiter.api.Test;

class OutboundCallTest {

    private static CallScript dialled() {
        return script().order(World.shopCallsBob()).mediaOffered();
    }

    private static CallScript progressed(CallScript call, int status) {
        return call.post(new CallEvent.Progressed(World.CALL, status));
    }

    private static CallScript accepted(CallScript call) {
        return call.post(new CallEvent.Accepted(World.CALL, Optional.of(World.ANSWER)));
    }

    private static CallScript refused(CallScript call, int status) {
        return call.post(new CallEvent.Refused(World.CALL, status, "no"));
    }

    @Test
    void callShouldRingBeAnsweredAndRunItsDocument() {
        CallScript call = script().order(World.shopCallsBob())
                .expect(Effect.StartTimer.class, Effect.SaveCall.class, Effect.MakeOffer.class);
        assertThat(call.call().status()).isEqualTo(CallStatus.QUEUED);
        assertThat(call.session().callRecord()).contains(call.call());

        call.mediaOffered().expect(Effect.PlaceInvite.class, Effect.StartTimer.class);
        assertThat(call.latest(Effect.PlaceInvite.class)).isEqualTo(new Effect.PlaceInvite(World.CALL, "15551000",
                "sip:bob@phone.example", World.OFFER, List.of(new Parameter("X-Order", "9"))));

        progressed(call, 180).expect(Effect.SaveCall.class);
        assertThat(call.call().status()).isEqualTo(CallStatus.RINGING);
        progressed(call, 183).expectNothing();

        accepted(call).expect(Effect.StopTimer.class, Effect.SaveCall.class, Effect.ApplyAnswer.class);
        assertThat(call.call().status()).isEqualTo(CallStatus.IN_PROGRESS);
        call.mediaConnected().expect(Effect.FetchDocument.class)
                .expectParameter("Direction", "outbound-api").expectParameter("CallStatus", "in-progress")
                .expectParameter("To", "sip:bob@phone.example");
        call.rcml("<Say>Your flowers</Say>").expectSpeech("Your flowers").promptEnded()
                .expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
    }

    @Test
    void refusalsShouldMapToTheStatusesOfTheApi() {
        Map<Integer, CallStatus> statuses = Map.of(486, CallStatus.BUSY, 600, CallStatus.BUSY, 603, CallStatus.BUSY,
                403, CallStatus.FAILED, 404, CallStatus.FAILED, 480, CallStatus.FAILED, 500, CallStatus.FAILED,
                408, CallStatus.FAILED, 487, CallStatus.CANCELED);
        statuses.forEach((sip, status) -> {
            CallScript call = refused(dialled(), sip).expectEnded(status);
            assertThat(call.call().sipStatus()).contains(sip);
            assertThat(call.last()).hasAtLeastOneElementOfType(Effect.ReleaseMedia.class);
        });
    }

    @Test
    void calleeWhoDoesNotAnswerShouldBeCancelled() {
        CallScript call = progressed(dialled(), 180).timeUp(Duration.ofSeconds(60)).expectEnded(CallStatus.NO_ANSWER);
        assertThat(call.all(Effect.CancelInvite.class)).hasSize(1);
    }

    @Test
    void callThatIsTakenBackWhileItRingsShouldBeCanceled() {
        CallScript call = dialled().hangupRequested().expectEnded(CallStatus.CANCELED);
        assertThat(call.all(Effect.CancelInvite.class)).hasSize(1);
        accepted(call).expectNothing();
    }

    @Test
    void callThatIsTakenBackBeforeTheInviteShouldSignalNothing() {
        CallScript call = script().order(World.shopCallsBob()).hangupRequested().expectEnded(CallStatus.CANCELED);
        assertThat(call.effects()).noneMatch(Effect.Sip.class::isInstance);
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.ReleaseMedia.class);
    }

    @Test
    void callWithoutMediaShouldFailWithANotification() {
        script().order(World.shopCallsBob()).mediaRefused(MediaRefusal.NO_RESOURCES)
                .expectNotification(0, 11008).expectEnded(CallStatus.FAILED);
    }

    @Test
    void acceptanceWithoutSdpShouldBeEndedWithBye() {
        CallScript call = dialled().post(new CallEvent.Accepted(World.CALL, Optional.empty()))
                .expectEnded(CallStatus.FAILED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
    }

    @Test
    void answerThatMediaCanNotTakeShouldBeEndedWithBye() {
        CallScript call = accepted(dialled()).mediaRefused(MediaRefusal.NOT_ACCEPTABLE)
                .expectEnded(CallStatus.FAILED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
    }

    @Test
    void calleeWhoHangsUpShouldEndACompletedCall() {
        CallScript call = accepted(dialled()).mediaConnected().rcml("<Pause/>").hungUp()
                .expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).isEmpty();
    }

    @Test
    void transportThatBreaksWhileItRingsShouldFailTheCall() {
        CallScript call = dialled().post(new CallEvent.SignallingFailed(World.CALL, "unreachable"))
                .expectEnded(CallStatus.FAILED);
        assertThat(call.all(Effect.CancelInvite.class)).isEmpty();
    }

    @Test
    void documentThatCanNotBeHadShouldEndTheAnsweredCall() {
        CallScript call = accepted(dialled()).mediaConnected().document(404, "", "")
                .expectNotification(1, 21402).expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
    }

    @Test
    void rejectOnACallThatWePlacedShouldHangUp() {
        CallScript call = accepted(dialled()).mediaConnected().rcml("<Reject/>").expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
    }
}
