package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.sip.SipMessage;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The verbs that steer a call, the first-verb rule and the end of a document. */
@CallTests
@RunAsClient
class PauseRedirectHangupRejectIT {

    private static void assertRefused(String verbs, int status, String recordedAs) {
        try (Line line = Line.answering(verbs); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone);
            assertThat(call.awaitFinal(SOON)).isEqualTo(status);
            assertThat(call.responses()).extracting(SipMessage::status).contains(180).doesNotContain(200);
            line.records().ended(recordedAs);
        }
    }

    @Test
    void rejectShouldDeclineTheCallUnanswered() {
        assertRefused("<Reject/><Say>never</Say>", 603, "busy");
    }

    @Test
    void rejectAsBusyShouldSayBusy() {
        assertRefused("<Reject reason='busy'/>", 486, "busy");
    }

    @Test
    void rejectAfterAPauseShouldStillDeclineUnanswered() {
        assertRefused("<Pause/><Reject/>", 603, "busy");
    }

    @Test
    void emptyDocumentShouldRefuseTheCall() {
        try (Line line = Line.answering(""); Phone phone = Phone.udp("127.0.0.1")) {
            assertThat(line.call(phone).awaitFinal(SOON)).isBetween(400, 699);
            line.records().ended("failed");
        }
    }

    @Test
    void rejectShouldEndACallThatIsAnswered() {
        try (Line line = Line.answering("<Play>{here}/a</Play><Reject/><Play>{here}/b</Play>")
                .sound("a", tone(500, 300)).sound("b", tone(700, 300)); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone).awaitHangup(SOON);
            assertThat(call.received().longestTone(700)).isEmpty();
            line.records().ended("completed");
        }
    }

    @Test
    void pauseFirstShouldWaitWithoutAnswering() {
        try (Line line = Line.answering("<Pause length='2'/><Play>{here}/a</Play>").sound("a", tone(500, 300));
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone).awaitProvisional(180);
            long ringing = System.nanoTime();
            call.awaitAnswered(SOON);
            assertThat(Duration.ofNanos(System.nanoTime() - ringing)).isBetween(ms(1900), ms(4000));
            call.awaitTone(500, ms(250), SOON);
            call.awaitHangup(SOON);
        }
    }

    @Test
    void pauseBetweenSoundsShouldBeSilence() {
        try (Line line = Line.answering("<Play>{here}/a</Play><Pause length='1'/><Play>{here}/b</Play>")
                .sound("a", tone(500, 400)).sound("b", tone(700, 400)); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone).awaitHangup(SOON);
            Duration end = call.received().longestTone(500).orElseThrow().end();
            Duration start = call.received().longestTone(700).orElseThrow().start();
            assertThat(start.minus(end)).isBetween(ms(950), ms(1400));
        }
    }

    @Test
    void redirectShouldResolveAgainstTheCurrentDocument() {
        try (Line line = Line.answering(""); Phone phone = Phone.udp("127.0.0.1")) {
            String second = line.relative("second?order=42&amp;x=a%20b");
            line.voice(line.rcml("<Redirect>" + second + "</Redirect><Say>no</Say>"))
                    .page("second", "<Redirect method='GET'>third</Redirect>")
                    .page("third", "<Play>{here}/a</Play>").sound("a", tone(500, 300));
            PhoneCall call = line.connect(phone);
            call.awaitTone(500, ms(250), SOON);
            call.awaitHangup(SOON);

            assertThat(line.asked("second").method()).isEqualTo("POST");
            assertThat(line.asked("second").parameters()).containsEntry("order", "42").containsEntry("x", "a b")
                    .containsEntry("CallSid", line.records().callSid());
            assertThat(line.asked("third").method()).isEqualTo("GET");
            assertThat(line.asked("third").parameters()).containsEntry("CallSid", line.records().callSid());
        }
    }

    @Test
    void hangupShouldEndTheCallAtOnce() {
        try (Line line = Line.answering("<Play>{here}/a</Play><Hangup/><Play>{here}/b</Play>")
                .sound("a", tone(500, 300)).sound("b", tone(700, 300)); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone).awaitHangup(SOON);
            assertThat(call.received().longestTone(500)).isPresent();
            assertThat(call.received().longestTone(700)).isEmpty();
            assertThat(call.lastRequest().orElseThrow().method()).isEqualTo("BYE");
            line.records().ended("completed");
        }
    }

    @Test
    void endOfTheDocumentShouldHangUp() {
        try (Line line = Line.answering("<Play>{here}/a</Play>").sound("a", tone(500, 300));
                Phone phone = Phone.udp("127.0.0.1")) {
            line.connect(phone).awaitHangup(SOON);
            line.records().ended("completed");
        }
    }

    @Test
    void unknownElementsShouldBeSkipped() {
        try (Line line = Line.answering("<Sing>la</Sing><Play>{here}/a</Play>").sound("a", tone(500, 300));
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitTone(500, ms(250), SOON);
            call.awaitHangup(SOON);
        }
    }

    @Test
    void plainTextShouldBeSpoken() {
        try (Line line = Line.answering(""); Phone phone = Phone.udp("127.0.0.1")) {
            line.voice(Answer.of(200, "text/plain", "Hello.".getBytes(StandardCharsets.UTF_8)));
            PhoneCall call = line.connect(phone);
            call.awaitSpeech(SOON);
            call.awaitHangup(SOON);
            assertThat(line.records().says(1)).hasSize(1);
        }
    }
}
