package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import org.callwright.phone.CallOptions;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Codecs that the packaged server has besides G.711, and keys of phones without telephone-event. */
@CallTests
@RunAsClient
class CodecsIT {

    private static String answerTo(Line line, Phone phone, String formats) {
        String offer = "v=0\r\no=- 1 1 IN IP4 {address}\r\ns=-\r\nc=IN IP4 {address}\r\nt=0 0\r\nm=audio {port} RTP/AVP "
                + formats + "\r\na=ptime:40\r\n";
        PhoneCall call = line.call(phone, CallOptions.defaults().sdp(offer)).awaitAnswered(SOON);
        return call.lastResponse().orElseThrow().bodyText();
    }

    @Test
    void gsmAndG729ShouldBeTakenByTheirStaticTypes() {
        for (String[] each : new String[][] {{"18 0", "a=rtpmap:18 G729/8000", "a=fmtp:18 annexb=no"},
            {"3", "a=rtpmap:3 GSM/8000", "a=ptime:40"}}) {
            try (Line line = Line.answering("<Play>{here}/ready</Play>")
                    .sound("ready", tone(500, 300)); Phone phone = Phone.udp("127.0.0.1")) {
                String answer = answerTo(line, phone, each[0]);
                assertThat(answer.lines()).contains(each[1], each[2])
                        .anyMatch(media -> media.matches("m=audio \\d+ RTP/AVP " + each[0]));
                line.records().ended("completed");
            }
        }
    }

    @Test
    void keysAsTonesShouldReachTheActionWhereEventsAreNotAgreed() {
        try (Line line = Line.answering("<Gather action='{here}/gathered'><Play>{here}/ready</Play></Gather>")
                .sound("ready", tone(500, 300)).page("gathered", "<Hangup/>"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone, CallOptions.defaults().withoutTelephoneEvent()).awaitAnswered(SOON);
            call.awaitTone(500, ms(250), SOON);
            call.sendInbandDigits("1223#");
            assertThat(line.asked("gathered").parameters()).containsEntry("Digits", "1223");
            call.awaitHangup(SOON);
        }
    }
}
