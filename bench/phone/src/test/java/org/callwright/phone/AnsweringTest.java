package org.callwright.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.phone.TwoPhones.SOON;

import java.time.Duration;
import org.callwright.phone.media.Codec;
import org.callwright.phone.media.Tones;
import org.callwright.phone.sip.SipMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweringTest {

    @RegisterExtension
    final TwoPhones phones = TwoPhones.udp();

    @ParameterizedTest
    @ValueSource(ints = {404, 480, 486, 500, 603})
    void refusalShouldBeTold(int status) {
        phones.called.onInvite(Answering.reject(status));
        assertThat(phones.caller.call(phones.called.uri()).awaitFinal(SOON)).isEqualTo(status);
        assertThat(phones.called.awaitCall(SOON).ended()).isTrue();
    }

    @Test
    void answerShouldComeAfterRingingAndDelay() {
        phones.called.onInvite(Answering.answer().after(Duration.ofMillis(400)));
        long start = System.nanoTime();
        PhoneCall call = phones.caller.call(phones.called.uri()).awaitProvisional(180).awaitAnswered(SOON);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(390));
        assertThat(call.responses()).extracting(SipMessage::status).containsExactly(180, 200);
    }

    @Test
    void audioShouldBeReadyAsSoonAsTheCallIsAnswered() {
        phones.called.onInvite(Answering.answer().after(Duration.ZERO).withoutRinging());
        for (int i = 0; i < 30; i++) {
            try (PhoneCall call = phones.caller.call(phones.called.uri()).awaitAnswered(SOON)) {
                call.queue(Tones.sine(440, Duration.ofMillis(20)));
                PhoneCall incoming = phones.called.awaitCall(SOON).awaitAnswered(SOON);
                incoming.queue(Tones.sine(440, Duration.ofMillis(20)));
            }
        }
    }

    @Test
    void earlyMediaShouldBeHeardBeforeTheAnswer() {
        phones.called.onInvite(Answering.ringForever().withEarlyMedia());
        PhoneCall call = phones.caller.call(phones.called.uri()).awaitProvisional(183);
        PhoneCall ringing = phones.called.awaitCall(SOON);
        ringing.sendTone(425, Duration.ofMillis(400));
        call.awaitTone(425, Duration.ofMillis(300), SOON);
        assertThat(call.finalStatus()).isEmpty();
        ringing.answer(200);
        call.awaitAnswered(SOON);
        ringing.awaitAnswered(SOON);
    }

    @Test
    void ignoredCallShouldGetNoResponse() {
        phones.called.onInvite(Answering.ignore());
        PhoneCall call = phones.caller.call(phones.called.uri());
        phones.called.awaitCall(SOON);
        assertThat(call.hungUpByRemoteWithin(Duration.ofMillis(300))).isFalse();
        assertThat(call.responses()).isEmpty();
    }

    @Test
    void unknownCodecShouldBeRefused() {
        phones.called.onInvite(Answering.answer().codecs(Codec.PCMA));
        PhoneCall call = phones.caller.call(phones.called.uri(), CallOptions.defaults().codecs(Codec.PCMU));
        assertThat(call.awaitFinal(SOON)).isEqualTo(488);
    }

    @Test
    void redirectShouldCarryItsContact() {
        phones.called.onInvite(Answering.reject(302).header("Contact", "<sip:elsewhere@127.0.0.1>"));
        PhoneCall call = phones.caller.call(phones.called.uri());
        assertThat(call.awaitFinal(SOON)).isEqualTo(302);
        assertThat(call.lastResponse().orElseThrow().headers("Contact")).containsExactly("<sip:elsewhere@127.0.0.1>");
    }

    @Test
    void updateShouldBeRefusedAndOptionsAnswered() {
        TwoPhones.Connected call = phones.connect();
        assertThat(call.caller().request("UPDATE", "", "").status()).isEqualTo(405);
        assertThat(call.caller().request("OPTIONS", "", "").status()).isEqualTo(200);
        assertThat(phones.caller.options(phones.called.uri(), SOON).status()).isEqualTo(200);
    }

    @Test
    void vanishedPhoneShouldAnswerNothing() {
        TwoPhones.Connected call = phones.connect();
        phones.called.vanish();
        long sent = call.called().statistics().sent();
        call.caller().sendTone(440, Duration.ofMillis(200));
        assertThat(call.called().statistics().sent()).isLessThanOrEqualTo(sent + 1);
        assertThat(call.caller().hungUpByRemoteWithin(Duration.ZERO)).isFalse();
    }

    @Test
    void closedCallShouldBeHungUp() {
        TwoPhones.Connected call = phones.connect();
        call.caller().close();
        call.called().awaitHangup(SOON);
    }

    @Test
    void closedRingingCallShouldBeCancelled() {
        phones.called.onInvite(Answering.ringForever());
        phones.caller.call(phones.called.uri()).awaitProvisional(180).close();
        assertThat(phones.called.awaitCall(SOON).awaitHangup(SOON).cancelled()).isTrue();
    }

    @Test
    void unreachablePhoneShouldGiveALocalRefusal() {
        try (Phone tcp = Phone.tcp("127.0.0.1")) {
            int unused = unusedPort();
            assertThat(tcp.call("sip:x@127.0.0.1:" + unused).awaitFinal(SOON)).isEqualTo(503);
        }
    }

    private static int unusedPort() {
        try (Phone phone = Phone.tcp("127.0.0.1")) {
            return phone.port();
        }
    }
}
