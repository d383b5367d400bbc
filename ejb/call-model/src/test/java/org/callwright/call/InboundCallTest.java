package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.MediaRefusal;
import org.callwright.call.value.RecordingOutcome.Reason;
import org.junit.jupiter.api.Test;

class InboundCallTest {

    @Test
    void callShouldBeSpokenToRecordedAndHungUp() {
        CallScript call = script().invite().expect(Effect.StartTimer.class, Effect.ResolveDestination.class);
        call.destination(World.shop())
                .expect(Effect.SendRinging.class, Effect.SaveCall.class, Effect.FetchDocument.class)
                .expectRequest(World.VOICE_URL);
        assertThat(call.call().status()).isEqualTo(CallStatus.RINGING);

        call.rcml("<Say>Leave a message</Say>", "<Record action=\"/done\" maxLength=\"30\"/>")
                .expect(Effect.AnswerOffer.class);
        call.mediaAnswered().expect(Effect.AcceptInvite.class, Effect.SaveCall.class);
        assertThat(call.call().status()).isEqualTo(CallStatus.IN_PROGRESS);
        call.acknowledged().expect(Effect.PlayPrompt.class).expectSpeech("Leave a message");

        call.promptEnded()
                .expect(Effect.SaveSay.class, Effect.SaveRecording.class, Effect.StartRecording.class);
        assertThat(call.recording().status()).isEqualTo(RecordingRecord.Status.IN_PROGRESS);

        call.keys("5").expect(Effect.StopRecording.class);
        call.recordingEnded(Reason.STOPPED, 3_210)
                .expect(Effect.SaveRecording.class, Effect.FetchDocument.class)
                .expectRequest("http://app.example/done");
        assertThat(call.recording().status()).isEqualTo(RecordingRecord.Status.COMPLETED);
        call.rcml("<Hangup/>")
                .expect(Effect.SendBye.class, Effect.StopTimer.class, Effect.ReleaseMedia.class, Effect.SaveCall.class,
                        Effect.Forget.class)
                .expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void requestShouldTellTheApplicationWhoCallsWhom() {
        CallScript call = script().invite().destination(World.shop());

        assertThat(call.parameters()).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("CallSid", World.CALL.value()),
                Map.entry("InstanceId", "ID000102030405060708090a0b0c0d0e0f"),
                Map.entry("AccountSid", World.SHOP.value()),
                Map.entry("From", "alice"),
                Map.entry("To", "15551000"),
                Map.entry("CallStatus", "ringing"),
                Map.entry("ApiVersion", "2012-04-24"),
                Map.entry("Direction", "inbound"),
                Map.entry("CallerName", "Alice"),
                Map.entry("ForwardedFrom", "null"),
                Map.entry("CallTimestamp", "2026-11-22T09:00:00.123Z"),
                Map.entry("SipHeader_X-Ticket", "7")));
    }

    @Test
    void unknownNumberShouldBeRefusedWithoutARecord() {
        CallScript call = script().invite().post(new CallEvent.DestinationUnknown(World.CALL)).expectRefusal(404);

        assertThat(call.all(Effect.SaveCall.class)).isEmpty();
        assertThat(call.latest(Effect.Forget.class).outcome()).isEmpty();
        assertThat(call.session().ended()).isTrue();
    }

    @Test
    void callerShouldBeAskedToTryAgainWhenNobodyCanSayWhoseTheNumberIs() {
        CallScript call = script().invite().post(new CallEvent.DestinationUnavailable(World.CALL, "away"));
        assertThat(call.latest(Effect.RefuseInvite.class))
                .isEqualTo(new Effect.RefuseInvite(World.CALL, 503, "Service Unavailable"));
        assertThat(call.session().ended()).isTrue();
        assertThat(call.all(Effect.Record.class)).isEmpty();
    }

    @Test
    void forbiddenNumberShouldBeRefusedWithANotification() {
        AccountSid closed = new AccountSid("AC00000000000000000000000000000001");
        script().invite().post(new CallEvent.DestinationForbidden(World.CALL, closed, "account is closed"))
                .expectRefusal(403).expectNotification(0, 11005).expectEnded(CallStatus.FAILED);
    }

    @Test
    void numberWithoutApplicationShouldBeRefusedWithANotification() {
        script().invite().destination(World.shopWithoutApplication())
                .expectRefusal(404).expectNotification(0, 11007).expectEnded(CallStatus.FAILED);
    }

    @Test
    void callerWhoGivesUpWhileRingingShouldLeaveACanceledCall() {
        script().invite().destination(World.shop()).cancelled()
                .expect(Effect.StopTimer.class, Effect.SaveCall.class, Effect.Forget.class)
                .expectEnded(CallStatus.CANCELED);
    }

    @Test
    void callerWhoGivesUpWhileMediaIsMadeShouldGetItReleased() {
        script().invite().destination(World.shop()).rcml("<Say>Hi</Say>").cancelled()
                .expect(Effect.StopTimer.class, Effect.ReleaseMedia.class, Effect.SaveCall.class, Effect.Forget.class)
                .expectEnded(CallStatus.CANCELED);
    }

    @Test
    void cancelThatOvertookTheAnswerShouldEndTheCallAsNeverAnswered() {
        CallScript call = script().invite().destination(World.shop()).rcml("<Say>Hi</Say>").mediaAnswered()
                .cancelled().expectEnded(CallStatus.CANCELED);
        assertThat(call.last()).doesNotHaveAnyElementsOfTypes(Effect.SendBye.class)
                .hasAtLeastOneElementOfType(Effect.ReleaseMedia.class);
    }

    @Test
    void cancelAfterTheAckShouldChangeNothing() {
        script().invite().destination(World.shop()).rcml("<Say>Hi</Say>").mediaAnswered().acknowledged()
                .cancelled().expectNothing();
    }

    @Test
    void byeInAnEarlyDialogShouldAnswerTheInviteToo() {
        script().invite().destination(World.shop()).hungUp().expectRefusal(487).expectEnded(CallStatus.CANCELED);
    }

    @Test
    void missingAckShouldEndTheCallAsFailed() {
        CallScript call = script().invite().destination(World.shop()).rcml("<Say>Hi</Say>").mediaAnswered()
                .post(new CallEvent.AcknowledgeMissing(World.CALL)).expectEnded(CallStatus.FAILED);
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.SendBye.class)
                .hasAtLeastOneElementOfType(Effect.ReleaseMedia.class);
    }

    @Test
    void byeBeforeTheAckShouldEndACompletedCall() {
        CallScript call = script().invite().destination(World.shop()).rcml("<Say>Hi</Say>").mediaAnswered().hungUp()
                .expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).isEmpty();
        assertThat(call.all(Effect.PlayPrompt.class)).isEmpty();
    }

    @Test
    void offerWithoutCommonCodecShouldBeRefusedWith488() {
        CallScript call = script().invite().destination(World.shop()).rcml("<Say>Hi</Say>")
                .mediaRefused(MediaRefusal.NOT_ACCEPTABLE).expectRefusal(488).expectEnded(CallStatus.FAILED);
        assertThat(call.call().sipStatus()).contains(488);
    }

    @Test
    void unusableMediaShouldBeRefusedWith569() {
        script().invite().destination(World.shop()).rcml("<Say>Hi</Say>")
                .mediaRefused(MediaRefusal.INTERNAL).expectRefusal(569).expectEnded(CallStatus.FAILED);
    }

    @Test
    void inviteWithoutOfferShouldBeAnsweredWithOurs() {
        CallScript call = script().inviteWithoutOffer().destination(World.shop()).rcml("<Say>Hi</Say>")
                .expect(Effect.MakeOffer.class);
        call.mediaOffered().expect(Effect.AcceptInvite.class, Effect.SaveCall.class);
        call.acknowledgedWith(World.ANSWER).expect(Effect.ApplyAnswer.class);
        call.mediaConnected().expectSpeech("Hi");
    }

    @Test
    void ackWithoutAnswerToOurOfferShouldEndTheCall() {
        CallScript call = script().inviteWithoutOffer().destination(World.shop()).rcml("<Say>Hi</Say>").mediaOffered()
                .acknowledged().expectEnded(CallStatus.FAILED);
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.SendBye.class);
    }

    @Test
    void answerThatMediaCanNotTakeShouldEndTheCall() {
        script().inviteWithoutOffer().destination(World.shop()).rcml("<Say>Hi</Say>").mediaOffered()
                .acknowledgedWith("v=0 video only").mediaRefused(MediaRefusal.NOT_ACCEPTABLE)
                .expectEnded(CallStatus.FAILED);
    }

    @Test
    void promptsShouldWaitForTheAck() {
        CallScript call = script().invite().destination(World.shop()).rcml("<Say>Hi</Say>").mediaAnswered();
        assertThat(call.all(Effect.PlayPrompt.class)).isEmpty();
    }

    @Test
    void callSaidToBeTooLongShouldBeHungUp() {
        CallScript call = answered("<Say loop=\"0\">On and on</Say>").timeUp(Duration.ofHours(4));
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.SendBye.class);
        call.promptEnded().expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void silentPeerShouldBeHungUp() {
        CallScript call = answered("<Gather/>").post(new CallEvent.PeerSilent(World.CALL))
                .expectEnded(CallStatus.COMPLETED);
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.SendBye.class);
    }

    @Test
    void silenceBeforeTheAnswerShouldChangeNothing() {
        script().invite().destination(World.shop()).post(new CallEvent.PeerSilent(World.CALL)).expectNothing();
    }

    @Test
    void eventsOfAnotherLegShouldChangeNothing() {
        answered("<Say>Hi</Say>").post(new CallEvent.HungUp(World.OTHER_CALL)).expectNothing();
    }

    @Test
    void secondInviteShouldChangeNothing() {
        answered("<Say>Hi</Say>")
                .post(new CallEvent.Invited(World.CALL, World.ALICE_CALLS, Optional.of(World.OFFER))).expectNothing();
    }
}
