package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.assertTone;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.phone.CallOptions;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.sip.SipMessage;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Retransmissions, races, renegotiation and peers that die: the call goes on or ends, and never hangs. */
@CallTests
@RunAsClient
class SignallingIT {

    /** The server gives an unacknowledged 200 up after 64 * T1 = 32 s (RFC 3261 section 13.3.1.4). */
    private static final Duration ACK_LIMIT = Duration.ofSeconds(45);
    private static final String LOOP = "<Play loop='0'>{here}/a</Play>";

    /** A number whose application plays 500 Hz for 300 ms and 100 ms of nothing, again and again. */
    private static Line looping() {
        return Line.answering(LOOP).sound("a", Sounds.join(tone(500, 300), new short[800]));
    }

    @Test
    void repeatedInviteShouldBeOneCall() throws IOException {
        try (Line line = Line.answering("");
                Phone phone = Phone.udp("127.0.0.1")) {
            line.sound("a", tone(500, 800)).voice(line.rcml("<Play>{here}/a</Play>").after(ms(700)));
            PhoneCall call = line.call(phone).awaitProvisional(180);
            repeat(call.invite());
            repeat(call.invite());
            call.awaitAnswered(SOON);
            repeat(call.invite());
            call.awaitHangup(SOON);

            assertThat(line.times()).isEqualTo(1);
            assertThat(call.responses()).extracting(response -> response.header("To").orElse(""))
                    .filteredOn(to -> to.contains(";tag=")).containsOnly(call.lastResponse().orElseThrow()
                            .header("To").orElseThrow());
            assertTone(call.received(), 500, 800);
            line.records().ended("completed");
        }
    }

    private static void repeat(SipMessage invite) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            byte[] bytes = invite.toBytes();
            socket.send(new DatagramPacket(bytes, bytes.length, ServerUnderTest.sip()));
        }
    }

    @Test
    void cancelWhileRingingShouldEndTheCallAsCanceled() {
        try (Line line = Line.answering("<Pause length='10'/><Say>never</Say>"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone).awaitProvisional(180);
            line.asked();
            assertThat(call.cancel()).isEqualTo(487);
            line.records().ended("canceled");
        }
    }

    @Test
    void cancelWhileTheApplicationThinksShouldEndTheCallAsCanceled() {
        try (Line line = Line.answering(Answer.rcml("<Say>never</Say>").after(ms(1500)));
                Phone phone = Phone.tcp("127.0.0.1")) {
            PhoneCall call = line.call(phone).awaitProvisional(180);
            line.asked();
            assertThat(call.cancel()).isEqualTo(487);
            line.records().ended("canceled");
        }
    }

    @Test
    void cancelThatMeetsTheAnswerShouldEndTheCallOneWayOrTheOther() {
        try (Line line = looping(); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone).awaitProvisional(180);
            int status = call.cancel();
            if (status == 200) {
                assertThat(call.hangup()).isEqualTo(200);
            } else {
                assertThat(status).isEqualTo(487);
            }
            line.records().ended(status == 200 ? "completed" : "canceled");
        }
    }

    @Test
    void missingAckShouldEndTheCall() {
        try (Line line = looping(); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone, CallOptions.defaults().withholdAck()).awaitAnswered(SOON);
            call.awaitHangup(ACK_LIMIT);
            assertThat(call.responses()).extracting(SipMessage::status).filteredOn(status -> status == 200)
                    .as("repetitions of the 200").hasSizeGreaterThan(3);
            assertThat(call.received().longestTone(500)).as("prompts wait for the ACK").isEmpty();
            line.records().ended("failed");
        }
    }

    @Test
    void lateAckShouldLetThePromptBeHeardWhole() {
        try (Line line = Line.answering("<Play>{here}/a</Play>").sound("a", tone(500, 1000));
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone, CallOptions.defaults().withholdAck()).awaitAnswered(SOON);
            call.awaitSilence(ms(1500), SOON);
            call.acknowledge();
            call.awaitHangup(SOON);
            assertTone(call.received(), 500, 1000);
            line.records().ended("completed");
        }
    }

    @Test
    void inviteWithoutOfferShouldBeOffered() {
        try (Line line = Line.answering("<Play>{here}/a</Play><Record playBeep='false' action='{here}/recorded'/>")
                .sound("a", tone(500, 500)).page("recorded", "<Hangup/>"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone, CallOptions.defaults().withLateOffer()).awaitAnswered(SOON);
            call.awaitTone(500, ms(450), SOON);
            call.sendSilence(ms(600)).sendTone(440, ms(1000)).sendDigits("1");
            call.awaitHangup(SOON);
            assertTone(line.records().audio(), 440, 1000);
        }
    }

    @Test
    void heldCallShouldBeSilentAndComeBack() {
        try (Line line = looping(); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitTone(500, ms(250), SOON);
            assertThat(call.hold()).isEqualTo(200);
            call.awaitSilence(ms(1200), SOON);
            assertThat(call.resume()).isEqualTo(200);
            call.awaitTone(500, ms(250), SOON);
            assertThat(call.hangup()).isEqualTo(200);
            line.records().ended("completed");
        }
    }

    @Test
    void reinviteWithoutOfferShouldKeepTheCall() {
        try (Line line = looping(); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitTone(500, ms(250), SOON);
            SipMessage response = call.reinviteWithoutSdp();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.bodyText()).contains("m=audio ");
            for (int i = 0; i < 3; i++) {
                call.awaitTone(500, ms(250), SOON);
            }
            assertThat(call.hangup()).isEqualTo(200);
            line.records().ended("completed");
        }
    }

    @Test
    void reinviteWithoutACommonCodecShouldBeRefusedAndKeepTheCall() {
        try (Line line = looping(); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitTone(500, ms(250), SOON);
            String g722 = "v=0\r\no=- 1 2 IN IP4 {address}\r\ns=-\r\nc=IN IP4 {address}\r\nt=0 0\r\n"
                    + "m=audio {port} RTP/AVP 9\r\na=rtpmap:9 G722/8000\r\n";
            assertThat(call.reinvite(g722).status()).isEqualTo(488);
            for (int i = 0; i < 3; i++) {
                call.awaitTone(500, ms(250), SOON);
            }
            assertThat(call.hangup()).isEqualTo(200);
        }
    }

    @Test
    void peerWithoutRtpShouldBeHungUpOn() {
        try (Line line = looping(); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitTone(500, ms(250), SOON);
            call.stopRtp();
            call.awaitHangup(SOON);
            line.records().ended("completed");
        }
    }

    @Test
    void vanishedCallerShouldNotKeepTheCallAlive() {
        try (Line line = Line.answering("<Record finishOnKey='-1' timeout='60' action='{here}/recorded'/>");
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendTone(440, ms(1000));
            phone.vanish();
            line.asked("recorded");
            line.records().ended("completed");
            assertTone(line.records().audio(), 440, 1000);
        }
    }

    @Test
    void callerShouldHangUpDuringASay() {
        String text = "This is a long announcement. ".repeat(8).strip();
        try (Line line = Line.answering("<Say>" + text + "</Say>"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitSpeech(SOON);
            assertThat(call.hangup()).isEqualTo(200);
            line.records().ended("completed");
            assertThat(line.records().says(1)).singleElement()
                    .satisfies(say -> assertThat(say.getInt("character_count")).isEqualTo(text.length()));
        }
    }

    @Test
    void callerShouldHangUpWhileSpeechIsPrepared() {
        try (Line line = Line.answering("<Say>" + "Never heard before by anybody. ".repeat(20) + "</Say>");
                Phone phone = Phone.udp("127.0.0.1")) {
            assertThat(line.connect(phone).hangup()).isEqualTo(200);
            line.records().ended("completed");
        }
    }

    @Test
    void requestsOutsideOfACallShouldNotFindOne() {
        try (Phone phone = Phone.udp("127.0.0.1")) {
            String uri = "sip:+15551000@127.0.0.1:" + ServerUnderTest.sip().getPort();
            assertThat(List.of("BYE", "INFO")).allSatisfy(method ->
                    assertThat(phone.exchange(method, uri, SOON).status()).isBetween(400, 499));
        }
    }

    @Test
    void sameLineShouldCarrySeveralCallsAtOnce() {
        try (Line line = looping(); Phone phone = Phone.udp("127.0.0.1"); Phone other = Phone.tcp("127.0.0.1")) {
            List<PhoneCall> calls = List.of(line.call(phone), line.call(phone), line.call(other));
            calls.forEach(call -> call.awaitAnswered(SOON).awaitTone(500, ms(250), SOON));
            calls.forEach(call -> assertThat(call.hangup()).isEqualTo(200));
            for (int i = 1; i <= 3; i++) {
                new Records(line.asked(i).parameter("CallSid")).ended("completed");
            }
        }
    }
}
