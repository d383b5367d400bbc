package org.callwright.e2e.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import java.time.Duration;
import org.callwright.e2e.WebApp.Request;
import org.callwright.e2e.calls.CallTests;
import org.callwright.phone.Answering;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What caller and callee of a Dial hear before they hear each other. */
@CallTests
@RunAsClient
class BeforeTheAnswerIT {

    private static final int RINGING = 425;
    private static final String ASKING =
            "<Dial action='{here}/dialled'><Sip url='{here}/ask'>{callee}</Sip></Dial>";

    @Test
    void theCallerShouldHearEarlyMediaAndNotBeHeardUntilTheAnswer() {
        try (Bridged calls = Bridged.dialling("", Answering.ringForever().withEarlyMedia())) {
            PhoneCall callee = calls.callee();
            Bridged.awaitHeard(calls.caller(), callee, 660);
            assertThat(calls.caller().received().findTone(RINGING, ms(100), Duration.ZERO))
                    .as("no tone of ours beside it").isEmpty();
            calls.caller().sendTone(440, ms(500));

            callee.answer(200);
            callee.awaitAnswered(SOON);
            Bridged.awaitHeard(calls.caller(), callee, 800);
            calls.caller().sendTone(550, ms(500));
            callee.awaitTone(550, ms(300), SOON);
            assertThat(callee.received().findTone(440, ms(60), Duration.ZERO))
                    .as("what was said before the answer").isEmpty();
            callee.hangup();
            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "completed");
        }
    }

    @Test
    void anAnswerWithoutSdpShouldLeaveTheEarlyOneInForce() {
        try (Bridged calls = Bridged.dialling("", Answering.ringForever().withOnlyEarlySdp())) {
            PhoneCall callee = calls.callee();
            Bridged.awaitHeard(calls.caller(), callee, 660);
            callee.answer(200);
            callee.awaitAnswered(SOON);
            Bridged.awaitHeard(calls.caller(), callee, 800);
            Bridged.awaitHeard(callee, calls.caller(), 550);
            callee.hangup();
            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "completed");
        }
    }

    @Test
    void anAnnouncementBeforeARefusalShouldBeHeard() {
        try (Bridged calls = Bridged.dialling("", Answering.ringForever().withEarlyMedia())) {
            PhoneCall callee = calls.callee();
            Bridged.awaitHeard(calls.caller(), callee, 660);
            callee.answer(404);
            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "failed")
                    .containsEntry("DialSipResponseCode", "404");
            calls.caller().awaitHangup(SOON);
            calls.dialledRecords().ended("failed");
        }
    }

    @Test
    void theCalleeShouldTakeTheCallByAKey() {
        try (Bridged calls = new Bridged(ASKING, Answering.ringForever())) {
            calls.line.sound("question", tone(700, 600)).page("accept", "").page("ask",
                    "<Gather numDigits='1' action='{here}/accept'><Play>{here}/question</Play></Gather><Hangup/>");
            PhoneCall callee = calls.callee();
            callee.answer(200);
            callee.awaitAnswered(SOON).awaitTone(700, ms(400), SOON);
            calls.caller().awaitTone(RINGING, ms(500), SOON);
            callee.sendDigits("1");
            Bridged.awaitHeard(calls.caller(), callee, 800);
            assertThat(calls.caller().received().findTone(700, ms(60), Duration.ZERO))
                    .as("the question at the caller").isEmpty();

            Request asked = calls.line.asked("ask");
            assertThat(asked.parameters()).containsEntry("ParentCallSid", calls.records().callSid())
                    .containsEntry("Direction", "outbound-dial")
                    .containsEntry("CallSid", calls.dialledRecords().callSid());
            assertThat(calls.line.asked("accept").parameters()).containsEntry("Digits", "1");
            callee.hangup();
            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "completed");
        }
    }

    @Test
    void theCalleeWhoDeclinesShouldNotHaveAnsweredForTheCaller() {
        try (Bridged calls = new Bridged(ASKING, Answering.ringForever())) {
            calls.line.page("ask", "<Hangup/>");
            PhoneCall callee = calls.callee();
            callee.answer(200);
            callee.awaitHangup(SOON);
            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "no-answer")
                    .containsEntry("DialCallDuration", "0");
            calls.caller().awaitHangup(SOON);
            calls.dialledRecords().ended("completed");
        }
    }
}
