package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import java.time.Duration;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.e2e.WebApp.Request;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The Gather verb: digits by RFC 4733 and by INFO, what ends an input, and prompts that a key interrupts. */
@CallTests
@RunAsClient
class GatherIT {

    /** A tone after which the caller presses keys: Gather listens by then. */
    private static final String READY = "<Play>{here}/ready</Play>";
    private static final String LONG_TEXT = "Please enter the number of your order, which you find on the first page "
            + "of our letter, below the address, or on the last page of the delivery note, and then press pound.";

    private static Line gathering(String attributes) {
        return Line.answering("<Gather action='{here}/gathered' " + attributes + ">" + READY + "</Gather>"
                        + "<Play>{here}/next</Play>")
                .sound("ready", tone(500, 300)).sound("next", tone(700, 500)).page("gathered", "<Hangup/>");
    }

    private static PhoneCall ready(Line line, Phone phone) {
        PhoneCall call = line.connect(phone);
        call.awaitTone(500, ms(250), SOON);
        return call.awaitSilence(ms(100), SOON);
    }

    private static void assertDigits(Line line, PhoneCall call, String digits) {
        Request gathered = line.asked("gathered");
        assertThat(gathered.parameters()).containsEntry("Digits", digits).containsEntry("CallStatus", "in-progress");
        call.awaitHangup(SOON);
        assertThat(call.received().longestTone(700)).as("the next verb").isEmpty();
    }

    private static void assertNextVerb(Line line, PhoneCall call) {
        call.awaitTone(700, ms(450), SOON);
        call.awaitHangup(SOON);
        assertThat(line.times("gathered")).isZero();
    }

    @Test
    void keysByTelephoneEventShouldReachTheAction() {
        try (Line line = gathering(""); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = ready(line, phone).sendDigits("1223#");
            assertDigits(line, call, "1223");
        }
    }

    @Test
    void keysByInfoShouldReachTheAction() {
        try (Line line = gathering("numDigits='3'"); Phone phone = Phone.tcp("127.0.0.1")) {
            PhoneCall call = ready(line, phone);
            assertThat(call.sendInfoDigit('4')).isEqualTo(200);
            assertThat(call.sendInfoDigit('5')).isEqualTo(200);
            assertThat(call.sendInfoDigit('6')).isEqualTo(200);
            assertDigits(line, call, "456");
        }
    }

    @Test
    void numberOfDigitsShouldCompleteTheInput() {
        try (Line line = gathering("numDigits='2'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = ready(line, phone).sendDigits("98");
            assertDigits(line, call, "98");
        }
    }

    @Test
    void chosenFinishKeyShouldCompleteTheInput() {
        try (Line line = gathering("finishOnKey='*'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = ready(line, phone).sendDigits("1#2*");
            assertDigits(line, call, "1#2");
        }
    }

    @Test
    void pauseAfterTheLastKeyShouldCompleteTheInput() {
        try (Line line = gathering("timeout='1'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = ready(line, phone).sendDigits("77");
            assertDigits(line, call, "77");
        }
    }

    @Test
    void noKeyShouldGoOnWithTheNextVerb() {
        try (Line line = gathering("timeout='1'"); Phone phone = Phone.udp("127.0.0.1")) {
            assertNextVerb(line, ready(line, phone));
        }
    }

    @Test
    void finishKeyAloneShouldGoOnWithTheNextVerb() {
        try (Line line = gathering("timeout='10'"); Phone phone = Phone.udp("127.0.0.1")) {
            assertNextVerb(line, ready(line, phone).sendDigits("#"));
        }
    }

    @Test
    void gatherWithoutActionShouldAskTheDocumentItself() {
        try (Line line = Line.answering("");
                Phone phone = Phone.udp("127.0.0.1")) {
            line.sound("ready", tone(500, 300))
                    .voice(line.rcml("<Gather numDigits='1'>" + READY + "</Gather>"), Answer.rcml("<Hangup/>"));
            PhoneCall call = ready(line, phone).sendDigits("3");

            assertThat(line.asked(2).parameters()).containsEntry("Digits", "3");
            call.awaitHangup(SOON);
        }
    }

    @Test
    void methodGetShouldPutTheDigitsIntoTheQuery() {
        try (Line line = gathering("method='GET' numDigits='1'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = ready(line, phone).sendDigits("8");
            assertThat(line.asked("gathered").method()).isEqualTo("GET");
            assertDigits(line, call, "8");
        }
    }

    @Test
    void keyShouldInterruptTheSpokenPrompt() {
        try (Line line = Line.answering("<Gather action='{here}/gathered'><Say>" + LONG_TEXT + "</Say></Gather>")
                .page("gathered", "<Hangup/>"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitSpeech(SOON);
            call.sendDigits("7");
            call.awaitSilence(ms(1000), ms(2500));
            call.sendDigits("8#");

            assertDigits(line, call, "78");
            assertThat(line.records().says(1)).hasSize(1);
        }
    }

    @Test
    void keyShouldInterruptThePlayedPrompt() {
        try (Line line = Line.answering(
                        "<Gather action='{here}/gathered' numDigits='1'><Play>{here}/music</Play></Gather>")
                .sound("music", tone(620, 10_000)).page("gathered", "<Pause/><Hangup/>");
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitTone(620, ms(300), SOON);
            call.sendDigits("4");

            assertDigits(line, call, "4");
            Duration heard = call.received().longestTone(620).orElseThrow().length();
            assertThat(heard).isBetween(ms(300), ms(2500));
        }
    }

    @Test
    void timeForTheFirstKeyShouldBeginAfterThePrompts() {
        try (Line line = Line.answering("<Gather action='{here}/gathered' timeout='1' numDigits='1'>"
                        + "<Play>{here}/music</Play><Pause length='1'/></Gather><Play>{here}/next</Play>")
                .sound("music", tone(620, 2000)).sound("next", tone(700, 500)); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            Duration end = call.awaitTone(620, ms(1900), SOON).end();
            Duration next = call.awaitTone(700, ms(450), SOON).start();

            assertThat(next.minus(end)).isBetween(ms(1900), ms(2800));
        }
    }
}
