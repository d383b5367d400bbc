package org.callwright.e2e.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.assertTone;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import java.util.Map;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp.Request;
import org.callwright.e2e.calls.CallTests;
import org.callwright.e2e.calls.Line;
import org.callwright.e2e.calls.Records;
import org.callwright.phone.Answering;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.media.Audio;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** How a Dial goes, by what both phones see and what the API and the action are told. */
@CallTests
@RunAsClient
class DialIT {

    /** Hz of the ringing tone. */
    private static final int RINGING = 425;

    @Test
    void aNumberShouldBeDialledThroughTheTrunk() {
        int port = Integer.parseInt(System.getenv("E2E_TRUNK_PORT"));
        try (Line line = Line.answering("<Dial callerId='+15559999'>+1 555 8888?X-Order=7</Dial>"
                + "<Play>{here}/next</Play>").sound("next", tone(700, 600));
                Phone trunk = Phone.udp("127.0.0.1", port).onInvite(Answering.answer());
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall caller = line.connect(phone);
            PhoneCall callee = trunk.awaitCall(SOON).awaitAnswered(SOON);
            assertThat(callee.invite().requestUri()).startsWith("sip:+15558888@");
            assertThat(callee.invite().header("From").orElseThrow()).contains("+15559999");
            assertThat(callee.invite().header("X-Order")).hasValue("7");
            callee.hangup();
            caller.awaitTone(700, ms(500), SOON);
            caller.awaitHangup(SOON);
        }
    }

    @Test
    void theCallerShouldHearRingingUntilNobodyAnswers() {
        try (Bridged calls = Bridged.dialling("timeout='4'", Answering.ringForever())) {
            calls.caller().awaitTone(RINGING, ms(900), SOON);
            PhoneCall callee = calls.callee();
            callee.awaitHangup(SOON);
            assertThat(callee.cancelled()).isTrue();

            Request told = calls.told();
            assertThat(told.parameters()).containsEntry("DialCallStatus", "no-answer")
                    .containsEntry("DialCallDuration", "0").containsEntry("CallStatus", "in-progress")
                    .containsEntry("DialCallSid", calls.dialledRecords().callSid());
            calls.dialledRecords().ended("no-answer");
            calls.records().ended("completed");
        }
    }

    @Test
    void aBusyCalleeShouldLeadToTheNextVerb() {
        try (Line line = Line.answering("").sound("next", tone(700, 600));
                Phone busy = Phone.udp("127.0.0.1").onInvite(Answering.reject(486));
                Phone phone = Phone.udp("127.0.0.1")) {
            line.voice(line.rcml("<Dial>" + busy.uri() + "</Dial><Play>{here}/next</Play>"));
            PhoneCall caller = line.connect(phone);
            busy.awaitCall(SOON);
            caller.awaitTone(700, ms(500), SOON);
            caller.awaitHangup(SOON);
            line.records().ended("completed");
        }
    }

    @Test
    void theActionShouldBeToldWhyACalleeRefused() {
        try (Bridged calls = Bridged.dialling("", Answering.reject(603))) {
            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "busy")
                    .containsEntry("DialSipResponseCode", "603");
            calls.caller().awaitHangup(SOON);
            calls.dialledRecords().ended("busy");
        }
    }

    @Test
    void theCallerWhoGivesUpWhileItRingsShouldCancelTheOtherCall() {
        try (Bridged calls = Bridged.dialling("", Answering.ringForever())) {
            calls.caller().awaitTone(RINGING, ms(300), SOON);
            PhoneCall callee = calls.callee();
            calls.caller().hangup();
            callee.awaitHangup(SOON);
            assertThat(callee.cancelled()).isTrue();

            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "canceled");
            calls.dialledRecords().ended("canceled");
            calls.records().ended("completed");
        }
    }

    @Test
    void theCallerWhoHangsUpShouldEndTheOtherCall() {
        try (Bridged calls = Bridged.dialling("", Answering.answer())) {
            PhoneCall callee = calls.talkingCallee();
            calls.caller().hangup();
            callee.awaitHangup(SOON);

            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "completed")
                    .containsEntry("CallStatus", "completed");
            calls.dialledRecords().ended("completed");
            calls.records().ended("completed");
        }
    }

    @Test
    void theCalleeWhoHangsUpShouldLeaveTheCallerHisDocument() {
        try (Bridged calls = Bridged.dialling("", Answering.answer())) {
            calls.line.sound("after", tone(700, 600)).page("dialled", "<Play>{here}/after</Play>");
            PhoneCall callee = calls.talkingCallee();
            callee.hangup();
            calls.caller().awaitTone(700, ms(500), SOON);
            calls.caller().awaitHangup(SOON);

            assertThat(Integer.parseInt(calls.told().parameter("DialCallDuration"))).isBetween(0, 15);
            calls.dialledRecords().ended("completed");
        }
    }

    @Test
    void theTimeLimitShouldEndTheTalk() {
        try (Bridged calls = Bridged.dialling("timeLimit='2'", Answering.answer())) {
            calls.answeredCallee().awaitHangup(SOON);
            assertThat(Integer.parseInt(calls.told().parameter("DialCallDuration"))).isCloseTo(2, within(1));
            calls.caller().awaitHangup(SOON);
        }
    }

    @Test
    void theStarKeyShouldEndTheTalk() {
        try (Bridged calls = Bridged.dialling("hangupOnStar='true'", Answering.answer())) {
            PhoneCall callee = calls.talkingCallee();
            calls.caller().sendDigits("*");
            callee.awaitHangup(SOON);
            assertThat(calls.told().parameters()).containsEntry("DialCallStatus", "completed");
        }
    }

    @Test
    void keysShouldReachTheOther() {
        try (Bridged calls = Bridged.dialling("", Answering.answer())) {
            PhoneCall callee = calls.talkingCallee();
            calls.caller().sendDigits("12#");
            callee.awaitDigits("12#", SOON);
            callee.sendDigits("5");
            calls.caller().awaitDigits("5", SOON);
        }
    }

    @Test
    void theApiShouldEndBothCallsByTheFirst() {
        try (Bridged calls = Bridged.dialling("", Answering.answer())) {
            PhoneCall callee = calls.answeredCallee();
            ServerUnderTest.account().postForJson(
                    Records.ACCOUNT + "/Calls/" + calls.records().callSid() + ".json", Map.of("Status", "completed"),
                    200);
            callee.awaitHangup(SOON);
            calls.caller().awaitHangup(SOON);
            calls.dialledRecords().ended("completed");
            calls.records().ended("completed");
        }
    }

    @Test
    void theApiShouldGiveTheCallerAnotherDocument() {
        try (Bridged calls = Bridged.dialling("", Answering.answer())) {
            calls.line.sound("tone", tone(700, 600)).page("other", "<Play>{here}/tone</Play>");
            PhoneCall callee = calls.answeredCallee();
            ServerUnderTest.account().postForJson(
                    Records.ACCOUNT + "/Calls/" + calls.records().callSid() + ".json",
                    Map.of("Url", calls.line.url("other")), 200);
            callee.awaitHangup(SOON);
            calls.caller().awaitTone(700, ms(500), SOON);
            calls.caller().awaitHangup(SOON);
        }
    }

    @Test
    void holdAndResumeOfEitherShouldKeepTheTalkAndItsRecording() {
        try (Bridged calls = Bridged.dialling("record='true'", Answering.answer())) {
            PhoneCall callee = calls.talkingCallee();
            for (PhoneCall one : new PhoneCall[] {calls.caller(), callee}) {
                assertThat(one.hold()).isEqualTo(200);
                assertThat(one.resume()).isEqualTo(200);
            }
            callee.sendTone(660, ms(500));
            calls.caller().awaitTone(660, ms(300), SOON);
            calls.caller().sendTone(440, ms(500));
            callee.awaitTone(440, ms(400), SOON);
            callee.hangup();
            assertThat(calls.told().parameters()).containsKey("RecordingUrl");
            Audio recorded = calls.records().audio();
            assertThat(recorded.findTone(660, ms(300), ms(0))).isPresent();
            assertThat(recorded.findTone(440, ms(400), ms(0))).isPresent();
        }
    }

    @Test
    void bothShouldBeHeardByTheOtherAndInTheRecording() {
        try (Bridged calls = Bridged.dialling("record='true'", Answering.answer())) {
            PhoneCall callee = calls.talkingCallee();
            callee.sendTone(660, ms(1000)).sendSilence(ms(200));
            calls.caller().awaitTone(660, ms(400), SOON);
            calls.caller().sendTone(440, ms(1000)).sendSilence(ms(300));
            callee.awaitTone(440, ms(400), SOON);
            callee.hangup();

            Request told = calls.told();
            assertThat(told.parameter("RecordingUrl")).isEqualTo(told.parameter("PublicRecordingUrl"))
                    .endsWith(calls.records().recording().getString("sid") + ".wav");
            calls.records().ended("completed");
            assertTone(calls.records().audio(), 440, 1000);
            assertHeard(calls.records().audio(), 660);
            assertThat(Double.parseDouble(told.parameter("RecordingDuration")))
                    .isCloseTo(calls.records().audio().length().toMillis() / 1000.0, within(0.05));
        }
    }

    @Test
    void eachShouldHaveAChannelOfTheRecordingIfThatIsWanted() throws Exception {
        try (Bridged calls = Bridged.dialling("record='record-from-answer-dual'", Answering.answer())) {
            PhoneCall callee = calls.talkingCallee();
            callee.sendTone(660, ms(1000)).sendSilence(ms(200));
            calls.caller().sendTone(440, ms(1000)).sendSilence(ms(300));
            callee.awaitTone(440, ms(400), SOON);
            calls.caller().hangup();

            assertThat(calls.told().parameters()).containsKey("RecordingUrl");
            TwoChannels recorded = TwoChannels.of(calls.records().recording().getString("sid"));
            assertTone(recorded.left(), 440, 1000);
            assertHeard(recorded.right(), 660);
            assertThat(recorded.left().findTone(660, ms(200), ms(0))).isEmpty();
            assertThat(recorded.right().findTone(440, ms(200), ms(0))).isEmpty();
        }
    }

    /** The callee's tone is there. It came through the mixer in the time of this machine, which may have missed some. */
    private static void assertHeard(Audio audio, double hertz) {
        assertThat(audio.longestTone(hertz).orElseThrow().length()).isBetween(ms(400), ms(1100));
    }
}
