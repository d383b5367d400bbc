package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;

import org.callwright.call.value.CallStatus;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.HttpMethod;
import org.junit.jupiter.api.Test;

/** Applications that do not answer as they should. */
class FailureTest {

    private static CallScript ringing() {
        return script().invite().destination(World.shop());
    }

    private static CallScript ringingWithFallback() {
        return script().invite().destination(World.shopWithFallback());
    }

    @Test
    void fallbackShouldBeAskedWithTheSameParametersAndTheError() {
        CallScript call = ringingWithFallback().noDocument(FetchFailure.TIMEOUT)
                .expectNotification(0, 11205)
                .expectRequest(World.FALLBACK_URL)
                .expectParameter("ErrorCode", "11205")
                .expectParameter("ErrorUrl", World.VOICE_URL)
                .expectParameter("CallStatus", "ringing")
                .expectParameter("From", "alice");
        assertThat(call.request().target().method()).isEqualTo(HttpMethod.GET);
        call.rcml("<Say>Sorry</Say>").mediaAnswered().acknowledged().expectSpeech("Sorry");
    }

    @Test
    void fallbackShouldBeAskedForAnyInitialFailure() {
        ringingWithFallback().document(404, "text/html", "").expectRequest(World.FALLBACK_URL)
                .expectNotification(1, 21402);
        ringingWithFallback().document(500, "text/html", "").expectRequest(World.FALLBACK_URL)
                .expectNotification(0, 11206);
        ringingWithFallback().noDocument(FetchFailure.ADDRESS_REFUSED).expectRequest(World.FALLBACK_URL)
                .expectNotification(0, 11100);
        ringingWithFallback().document("text/xml", "<Response").expectRequest(World.FALLBACK_URL)
                .expectNotification(0, 12100);
    }

    @Test
    void fallbackThatFailsTooShouldRefuseTheCall() {
        ringingWithFallback().noDocument(FetchFailure.IO).document(503, "", "").expectNoRequest()
                .expectRefusal(500).expectEnded(CallStatus.FAILED);
    }

    @Test
    void missingDocumentShouldRefuseTheCallWith404() {
        ringing().document(404, "text/html", "not here").expectNotification(1, 21402).expectRefusal(404)
                .expectEnded(CallStatus.FAILED);
    }

    @Test
    void brokenApplicationShouldRefuseTheCallWith500() {
        CallScript call = ringing().document(500, "text/plain", "stack trace").expectNotification(0, 11206)
                .expectRefusal(500).expectEnded(CallStatus.FAILED);
        assertThat(call.notifications().get(0).responseBody()).isEqualTo("stack trace");
        assertThat(call.notifications().get(0).request()).contains(call.request());
    }

    @Test
    void slowApplicationShouldRefuseTheCallWith500() {
        ringing().noDocument(FetchFailure.TIMEOUT).expectNotification(0, 11205).expectRefusal(500);
    }

    @Test
    void applicationThatIsAskedTooMuchShouldHaveTheCallerTryAgain() {
        ringing().noDocument(FetchFailure.BUDGET_EXHAUSTED).expectNotification(0, 11205).expectRefusal(503)
                .expectEnded(CallStatus.FAILED);
    }

    @Test
    void malformedDocumentShouldRefuseTheCallAndSayWhy() {
        CallScript call = ringing().document("text/xml", "<Response><Say>Hi</Response>").expectRefusal(500)
                .expectNotification(0, 12100);
        assertThat(call.latest(Effect.RefuseInvite.class).reason()).isEqualTo("Problem_to_parse_downloaded_RCML");
    }

    @Test
    void documentWithADtdShouldBeRefusedWithANotification() {
        ringing().document("text/xml",
                        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Response><Say>&x;</Say></Response>")
                .expectRefusal(500).expectNotification(0, 12100).expectEnded(CallStatus.FAILED);
    }

    @Test
    void documentOfAStrangeTypeShouldRefuseTheCall() {
        ringing().document("image/png", "PNG").expectRefusal(500).expectNotification(0, 12300);
    }

    @Test
    void failureOfALaterDocumentShouldHangUpWithoutAskingTheFallback() {
        CallScript call = ringingWithFallback().rcml("<Gather numDigits=\"1\"/>").mediaAnswered().acknowledged()
                .keys("1").document(500, "", "").expectNoRequest().expectNotification(0, 11206)
                .expectEnded(CallStatus.COMPLETED);
        assertThat(call.latest(Effect.SendBye.class).reason()).isNotEmpty();
    }

    @Test
    void missingLaterDocumentShouldHangUp() {
        answered("<Redirect>/gone</Redirect>").document(404, "", "").expectNotification(1, 21402)
                .expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void answerToAnOlderRequestShouldChangeNothing() {
        CallScript call = ringingWithFallback();
        long first = call.latest(Effect.FetchDocument.class).requestId();
        call.noDocument(FetchFailure.TIMEOUT);
        call.post(new CallEvent.DocumentFailed(World.CALL, first, FetchFailure.IO, "late")).expectNothing();
    }

    @Test
    void documentThatComesAfterTheHangUpShouldChangeNothing() {
        answered("<Redirect>/slow</Redirect>").hungUp().expectEnded(CallStatus.COMPLETED)
                .rcml("<Say>Late</Say>").expectNothing();
    }
}
