package org.callwright.call.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.HttpMethod;
import org.junit.jupiter.api.Test;

/** Redirect, Hangup, Reject, and what stands at the beginning and at the end of documents. */
class FlowVerbsTest {

    private static CallScript ringing() {
        return script().invite().destination(World.shop());
    }

    @Test
    void redirectShouldGoOnWithAnotherDocument() {
        CallScript call = answered("<Redirect method=\"GET\">next.xml</Redirect><Say>Never</Say>")
                .expectRequest("http://app.example/next.xml");
        assertThat(call.request().target().method()).isEqualTo(HttpMethod.GET);
        call.rcml("<Say>Here</Say>").expectSpeech("Here");
    }

    @Test
    void referencesShouldResolveAgainstTheDocumentThatAnswered() {
        answered("<Redirect>/sub/one.xml</Redirect>")
                .document("http://elsewhere.example/moved/one.xml", 200, "text/xml",
                        "<Response><Redirect>two.xml</Redirect></Response>")
                .expectRequest("http://elsewhere.example/moved/two.xml");
    }

    @Test
    void requestParametersInTheAnsweringUrlShouldNotBecomePartOfTheCurrentDocument() {
        script().invite().destination(World.shop())
                .document(World.VOICE_URL + "?CallSid=CA1&Digits=", 200, "text/xml",
                        "<Response><Gather numDigits=\"1\"/></Response>")
                .mediaAnswered().acknowledged().keys("1").expectRequest(World.VOICE_URL);
    }

    @Test
    void emptyRedirectShouldGoOnWithTheNextVerb() {
        answered("<Redirect> </Redirect><Say>Next</Say>").expectSpeech("Next");
    }

    @Test
    void redirectToWhatIsNoUrlShouldHangUpWithANotification() {
        answered("<Redirect>::</Redirect>").expectNotification(0, 11100).expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void endlessRedirectsShouldBeTakenForALoop() {
        CallScript call = script(new CallPolicy(true, Duration.ofHours(1), 5, "https://voice.example"))
                .answeredWith("<Redirect/><Redirect>/again</Redirect>");
        for (int i = 0; i < 4; i++) {
            call.expectRequest("http://app.example/again").rcml("<Redirect>/again</Redirect>");
        }
        call.expectNoRequest().expectNotification(0, 11207).expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void hangupShouldEndTheCallWithBye() {
        CallScript call = answered("<Hangup/><Say>Never</Say>").expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
        assertThat(call.all(Effect.AcceptInvite.class)).hasSize(1);
    }

    @Test
    void rejectAsTheFirstVerbShouldRefuseWithoutAnswering() {
        CallScript call = ringing().rcml("<Reject/>").expectRefusal(603).expectEnded(CallStatus.BUSY);
        assertThat(call.all(Effect.AnswerOffer.class)).isEmpty();
        assertThat(call.call().sipStatus()).contains(603);
        assertThat(call.call().answered()).isEmpty();
    }

    @Test
    void rejectAsBusyShouldRefuseWith486() {
        ringing().rcml("<Reject reason=\"busy\"/>").expectRefusal(486).expectEnded(CallStatus.BUSY);
    }

    @Test
    void rejectAfterTheAnswerShouldHangUp() {
        CallScript call = answered("<Say>Hi</Say><Reject/>").promptEnded().expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
    }

    @Test
    void endOfTheDocumentShouldHangUp() {
        CallScript call = answered("<Say>Bye</Say>").promptEnded().expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SendBye.class)).hasSize(1);
    }

    @Test
    void emptyDocumentShouldRefuseTheUnansweredCall() {
        ringing().rcml().expectRefusal(480).expectEnded(CallStatus.FAILED).expectNoNotification();
    }

    @Test
    void answerWithoutContentShouldRefuseTheUnansweredCall() {
        ringing().document(204, "", "").expectRefusal(480).expectNoNotification();
    }

    @Test
    void unsupportedVerbShouldBeSkippedWithAWarning() {
        ringing().rcml("<Sms>Hi</Sms>", "<Say>Hi</Say>").expectNotification(1, 12200)
                .mediaAnswered().acknowledged().expectSpeech("Hi");
    }

    @Test
    void unknownElementShouldBeSkippedSilently() {
        answered("<Dance/><Say>Hi</Say>").expectSpeech("Hi").expectNoNotification();
    }

    @Test
    void audioAnswerShouldBePlayed() {
        ringing().document("audio/wav", "RIFF").mediaAnswered().acknowledged().expectAudio(World.VOICE_URL);
    }

    @Test
    void plainTextAnswerShouldBeSpoken() {
        ringing().document("text/plain", " Hello\n there ").mediaAnswered().acknowledged()
                .expectSpeech("Hello there");
    }

    @Test
    void htmlAnswerShouldBeTakenForRcml() {
        ringing().document("text/html", "<Response><Say>Hi</Say></Response>").mediaAnswered().acknowledged()
                .expectSpeech("Hi");
    }
}
