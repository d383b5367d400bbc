package org.callwright.e2e.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;

import java.util.concurrent.CompletableFuture;
import org.callwright.e2e.WebApp.Request;
import org.callwright.e2e.calls.CallTests;
import org.callwright.phone.Answering;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A caller who hangs up at each moment of a Dial before the talk, and a callee of whom nothing comes. */
@CallTests
@RunAsClient
class GivingUpIT {

    private static final int RINGING = 425;

    @Test
    void aCalleeOfWhomNothingComesShouldBeGivenUpInTime() {
        try (Bridged calls = Bridged.dialling("timeout='3'", Answering.ignore())) {
            calls.callee();
            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "no-answer")
                    .containsEntry("DialCallDuration", "0").containsEntry("DialRingDuration", "0");
            calls.caller().awaitHangup(SOON);
            calls.dialledRecords().ended("no-answer");
        }
    }

    @Test
    void theCallerWhoHangsUpBeforeItRingsShouldEndBoth() {
        try (Bridged calls = Bridged.dialling("", Answering.ignore())) {
            calls.callee();
            calls.caller().hangup();
            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "canceled");
            calls.dialledRecords().ended("canceled");
            calls.records().ended("completed");
        }
    }

    @Test
    void theCallerWhoHangsUpInEarlyMediaShouldEndBoth() {
        try (Bridged calls = Bridged.dialling("", Answering.ringForever().withEarlyMedia())) {
            PhoneCall callee = calls.callee();
            Bridged.awaitHeard(calls.caller(), callee, 660);
            calls.caller().hangup();
            callee.awaitHangup(SOON);
            assertThat(callee.cancelled()).isTrue();
            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "canceled");
            calls.dialledRecords().ended("canceled");
            calls.records().ended("completed");
        }
    }

    @Test
    void theCallerWhoHangsUpInTheInstantOfTheAnswerShouldLeaveNobodyAlone() {
        for (int i = 0; i < 4; i++) {
            try (Bridged calls = Bridged.dialling("record='true'", Answering.ringForever())) {
                PhoneCall callee = calls.callee();
                calls.caller().awaitTone(RINGING, ms(200), SOON);
                CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> callee.answer(200));
                calls.caller().hangup();
                answer.join();
                callee.awaitHangup(SOON);
                assertThat(calls.told().parameter("DialCallStatus")).isIn("canceled", "completed");
                assertThat(calls.dialledRecords().call().getString("status")).isIn("canceled", "completed");
                calls.records().ended("completed");
            }
        }
    }

    @Test
    void theCallerWhoHangsUpWhileTheCalleeIsAskedShouldEndBoth() {
        try (Bridged calls = new Bridged("<Dial action='{here}/dialled'><Sip url='{here}/ask'>{callee}</Sip></Dial>",
                Answering.ringForever())) {
            calls.line.page("ask", "<Pause length='60'/>");
            PhoneCall callee = calls.callee();
            callee.answer(200);
            callee.awaitAnswered(SOON);
            calls.line.asked("ask");
            calls.caller().hangup();
            callee.awaitHangup(SOON);
            Request told = calls.told();
            assertThat(told.parameters()).containsEntry("DialCallStatus", "canceled")
                    .containsEntry("DialCallDuration", "0");
            calls.dialledRecords().ended("completed");
            calls.records().ended("completed");
        }
    }
}
