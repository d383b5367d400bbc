package org.callwright.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.phone.TwoPhones.SOON;

import java.time.Duration;
import java.util.Arrays;
import org.callwright.phone.media.Codec;
import org.callwright.phone.media.Tones;
import org.callwright.phone.sip.SipMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallOptionsTest {

    @RegisterExtension
    final TwoPhones phones = TwoPhones.udp();

    @Test
    void extraHeadersAndFromShouldBeInTheInvite() {
        TwoPhones.Connected call = phones.connect(CallOptions.defaults().from("sip:+15550001@example.com")
                .header("X-Test", "yes"));
        assertThat(call.called().invite().header("X-Test")).contains("yes");
        assertThat(call.called().invite().header("From").orElseThrow()).startsWith("<sip:+15550001@example.com>;tag=");
    }

    @Test
    void withheldAckShouldMakeTheAnswerComeAgain() {
        PhoneCall call = phones.caller.call(phones.called.uri(), CallOptions.defaults().withholdAck());
        PhoneCall incoming = phones.called.awaitCall(SOON);
        call.awaitResponses(200, 3, Duration.ofSeconds(10));
        assertThat(incoming.hungUpByRemoteWithin(Duration.ZERO)).isFalse();
        call.acknowledge();
        incoming.awaitAnswered(SOON);
    }

    @Test
    void ownSdpShouldBeOfferedAsItStands() {
        String sdp = "v=0\r\no=- 1 1 IN IP4 {address}\r\ns=x\r\nt=0 0\r\nm=video 6000 RTP/AVP 31\r\n"
                + "m=audio {port} RTP/AVP 8\r\nc=IN IP4 {address}\r\na=ptime:20\r\n";
        TwoPhones.Connected call = phones.connect(CallOptions.defaults().sdp(sdp));
        assertThat(call.called().invite().bodyText()).contains("m=video 6000").contains("c=IN IP4 127.0.0.1");
        String answer = call.caller().lastResponse().orElseThrow().bodyText();
        assertThat(answer).containsSubsequence("m=video 0 RTP/AVP 31", "m=audio ", "a=rtpmap:8 PCMA/8000");
        call.called().sendTone(440, Duration.ofMillis(300));
        call.caller().awaitTone(440, Duration.ofMillis(250), SOON);
    }

    @Test
    void proxyShouldGetTheInviteWithARoute() {
        PhoneCall call = phones.caller.call("sip:+15551000@example.invalid",
                CallOptions.defaults().proxy("127.0.0.1:" + phones.called.port()));
        call.awaitAnswered(SOON);
        SipMessage invite = phones.called.awaitCall(SOON).invite();
        assertThat(invite.requestUri()).isEqualTo("sip:+15551000@example.invalid");
        assertThat(invite.header("Route")).contains("<sip:127.0.0.1:" + phones.called.port() + ";lr>");
    }

    @Test
    void samplesShouldArriveBitExact() {
        short[] sent = Tones.sine(1234, Duration.ofMillis(500));
        TwoPhones.Connected call = phones.connect(CallOptions.defaults().codecs(Codec.PCMA).withoutSilence());
        call.caller().send(sent);
        call.called().awaitTone(1234, Duration.ofMillis(480), SOON);
        short[] heardForSure = Arrays.copyOf(Codec.PCMA.roundTrip(sent), 8 * 480);
        assertThat(call.called().received().samples()).startsWith(heardForSure);
    }

    @Test
    void inbandDigitsShouldBeTwoTonesInTheAudio() {
        TwoPhones.Connected call = phones.connect(CallOptions.defaults().withoutSilence());
        call.caller().sendInbandDigits("5#");
        call.called().awaitSilence(Duration.ofMillis(60), SOON);
        short[] five = Codec.PCMU.roundTrip(Tones.dtmf('5', Duration.ofMillis(80)));
        assertThat(call.called().received().samples()).startsWith(five);
        assertThat(call.called().receivedDigits()).isEmpty();
    }

    @Test
    void withoutSilenceNothingShouldBeSentUnasked() {
        TwoPhones.Connected call = phones.connect(CallOptions.defaults().withoutSilence());
        call.caller().sendTone(440, Duration.ofMillis(100));
        call.called().awaitTone(440, Duration.ofMillis(60), SOON);
        call.called().awaitSilence(Duration.ofMillis(300), SOON);
        assertThat(call.caller().statistics().sent()).isEqualTo(5);
    }

    @Test
    void deadPeerShouldSendNothing() {
        TwoPhones.Connected call = phones.connect();
        call.caller().sendTone(440, Duration.ofMillis(100));
        call.caller().stopRtp();
        long sent = call.caller().statistics().sent();
        call.caller().sendTone(500, Duration.ofMillis(100));
        assertThat(call.caller().statistics().sent()).isEqualTo(sent);
    }

    @Test
    void digitsShouldNeedTelephoneEvent() {
        TwoPhones.Connected call = phones.connect(CallOptions.defaults().withoutTelephoneEvent());
        assertThat(call.called().invite().bodyText()).doesNotContain("telephone-event");
        assertThatThrownBy(() -> call.caller().sendDigits("1"))
                .isInstanceOf(IllegalStateException.class);
    }
}
