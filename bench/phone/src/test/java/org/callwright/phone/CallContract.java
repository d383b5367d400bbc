package org.callwright.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.callwright.phone.TwoPhones.SOON;

import java.time.Duration;
import org.callwright.phone.TwoPhones.Connected;
import org.callwright.phone.media.Codec;
import org.callwright.phone.media.Span;
import org.callwright.phone.media.Tones;
import org.junit.jupiter.api.Test;

/** What a call between two phones must do, whatever carries the signalling. */
interface CallContract {

    TwoPhones phones();

    @Test
    default void toneShouldArriveWithItsFrequencyAndLength() {
        Connected call = phones().connect();
        call.caller().sendTone(440, Duration.ofSeconds(1));
        call.called().awaitTone(440, Duration.ofMillis(900), SOON);
        call.called().awaitSilence(Duration.ofMillis(100), SOON);
        Span tone = call.called().received().longestTone(440).orElseThrow();
        assertThat(tone.length()).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(30));
        Duration middle = tone.start().plus(tone.length().dividedBy(2));
        assertThat(call.called().received().frequencyAt(middle)).isCloseTo(440, within(3.0));
        assertThat(call.called().received().longestTone(500)).isEmpty();
    }

    @Test
    default void audioShouldFlowBothWaysAtOnce() {
        Connected call = phones().connect();
        call.caller().queue(Tones.sine(400, Duration.ofMillis(600)));
        call.called().sendTone(800, Duration.ofMillis(600));
        call.caller().awaitTone(800, Duration.ofMillis(500), SOON);
        call.called().awaitTone(400, Duration.ofMillis(500), SOON);
    }

    @Test
    default void digitsShouldArriveByTelephoneEventOnceEach() {
        Connected call = phones().connect();
        call.caller().sendDigits("1123*#");
        call.called().awaitDigits("1123*#", SOON);
        assertThat(call.called().received().findBeep(Duration.ofMillis(40), Duration.ZERO)).isEmpty();
    }

    @Test
    default void infoDigitShouldCarryDtmfRelay() {
        Connected call = phones().connect();
        assertThat(call.caller().sendInfoDigit('7')).isEqualTo(200);
        assertThat(call.called().lastRequest().orElseThrow().bodyText()).startsWith("Signal=7\r\n");
        assertThat(call.called().lastRequest().orElseThrow().header("Content-Type")).contains("application/dtmf-relay");
    }

    @Test
    default void callerShouldHangUp() {
        Connected call = phones().connect();
        assertThat(call.caller().hangup()).isEqualTo(200);
        call.called().awaitHangup(SOON);
    }

    @Test
    default void calledShouldHangUp() {
        Connected call = phones().connect();
        assertThat(call.called().hangup()).isEqualTo(200);
        call.caller().awaitHangup(SOON);
        assertThat(call.caller().lastRequest().orElseThrow().method()).isEqualTo("BYE");
    }

    @Test
    default void busyShouldBeTold() {
        phones().called.onInvite(Answering.reject(486));
        PhoneCall call = phones().caller.call(phones().called.uri());
        assertThat(call.awaitFinal(SOON)).isEqualTo(486);
        assertThatThrownBy(() -> call.awaitAnswered(SOON)).isInstanceOf(PhoneException.class)
                .hasMessageContaining("refused with 486");
    }

    @Test
    default void cancelShouldEndRinging() {
        phones().called.onInvite(Answering.ringForever());
        PhoneCall call = phones().caller.call(phones().called.uri()).awaitProvisional(180);
        PhoneCall ringing = phones().called.awaitCall(SOON);
        assertThat(call.cancel()).isEqualTo(487);
        ringing.awaitHangup(SOON);
        assertThat(ringing.cancelled()).isTrue();
    }

    @Test
    default void holdShouldSilenceTheFarEndAndResumeShouldBringItBack() {
        Connected call = phones().connect();
        assertThat(call.caller().hold()).isEqualTo(200);
        call.called().sendTone(600, Duration.ofMillis(300));
        assertThat(call.caller().resume()).isEqualTo(200);
        call.called().sendTone(900, Duration.ofMillis(300));
        call.caller().awaitTone(900, Duration.ofMillis(250), SOON);
        assertThat(call.caller().received().longestTone(600)).isEmpty();
    }

    @Test
    default void lateOfferShouldConnectTheAudio() {
        Connected call = phones().connect(CallOptions.defaults().withLateOffer());
        assertThat(call.caller().invite().hasBody()).isFalse();
        call.caller().sendTone(440, Duration.ofMillis(300));
        call.called().awaitTone(440, Duration.ofMillis(250), SOON);
        call.called().sendTone(550, Duration.ofMillis(300));
        call.caller().awaitTone(550, Duration.ofMillis(250), SOON);
    }

    @Test
    default void reinviteWithoutSdpShouldKeepTheAudio() {
        Connected call = phones().connect();
        assertThat(call.caller().reinviteWithoutSdp().status()).isEqualTo(200);
        call.called().sendTone(440, Duration.ofMillis(300));
        call.caller().awaitTone(440, Duration.ofMillis(250), SOON);
        call.caller().sendTone(550, Duration.ofMillis(300));
        call.called().awaitTone(550, Duration.ofMillis(250), SOON);
    }

    @Test
    default void linearAudioShouldArriveBitExact() {
        Connected call = phones().connect(CallOptions.defaults().codecs(Codec.L16, Codec.PCMA));
        assertThat(call.called().invite().bodyText()).contains("L16/8000");
        call.caller().sendTone(440, Duration.ofMillis(300));
        call.called().awaitTone(440, Duration.ofMillis(250), SOON);
    }
}
