package org.callwright.phone.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.callwright.phone.CallOptions;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.media.Codec;
import org.callwright.phone.media.Span;
import org.callwright.phone.media.Tones;
import org.callwright.phone.sip.SipMessage;
import org.callwright.phone.trunk.Tally.Count;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number over real sockets. */
class TestTrunkTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(15);
    private static final Duration WORD = Duration.ofMillis(300);
    private static final Duration MOMENT = Duration.ofMillis(700);
    private static final long POLL_NANOS = 20_000_000;
    private static final int MANY = 60;

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final Phone phone = Phone.udp("127.0.0.1");
    private TestTrunk trunk = TestTrunk.start(TrunkOptions.onPort(0).log(log::add));

    @AfterEach
    void close() {
        phone.close();
        trunk.close();
    }

    private PhoneCall call(String number) {
        return call(number, CallOptions.defaults());
    }

    private PhoneCall call(String number, CallOptions options) {
        return phone.call("sip:" + number + "@127.0.0.1:" + trunk.port(), options);
    }

    private String logged() throws InterruptedException {
        String line = log.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(line).as("a line of the log").isNotNull();
        return line;
    }

    private static List<Integer> statuses(PhoneCall call) {
        return call.responses().stream().map(SipMessage::status).toList();
    }

    @ParameterizedTest
    @CsvSource({"+15005550004, 486", "+15005550006, 503", "+15005550007, 404"})
    void callShouldBeRefusedAtOnce(String number, int status) throws InterruptedException {
        PhoneCall call = call(number);
        assertThat(call.awaitFinal(SOON)).isEqualTo(status);
        assertThat(statuses(call)).containsExactly(status);
        assertThat(logged()).startsWith(number).endsWith("refused with " + status);
        assertThat(trunk.tally().of(number)).isEqualTo(new Count(1, 0, 0));
    }

    @Test
    void personShouldRingAnswerSpeakAndStay() throws InterruptedException {
        PhoneCall call = call("+15005550001").awaitAnswered(SOON);
        assertThat(statuses(call)).containsExactly(180, 200);
        call.awaitSpeech(SOON);
        call.awaitSilence(MOMENT, SOON);
        Span hello = call.received().findSound(WORD, Duration.ZERO).orElseThrow();
        assertThat(call.received().findSound(WORD, hello.end())).isEmpty();
        assertThat(call.ended()).isFalse();
        assertThat(call.hangup()).isEqualTo(200);
        assertThat(logged()).startsWith("+15005550001, person: the caller hung up, connected for ");
        assertThat(trunk.tally().of("+15005550001")).isEqualTo(new Count(1, 1, 1));
    }

    @Test
    void onlyTheMachineWithABeepShouldBeepBehindItsGreeting() {
        PhoneCall beeping = call("+15005550002").awaitAnswered(SOON);
        PhoneCall silent = call("+15005550003").awaitAnswered(SOON);
        Span beep = beeping.awaitBeep(LATER);
        assertThat(beep.start()).isGreaterThan(SOON);
        silent.awaitSilence(Duration.ofSeconds(2), LATER);
        assertThat(silent.rewind().received().findBeep(Duration.ofMillis(150), Duration.ZERO)).isEmpty();
        assertThat(silent.received().length()).isGreaterThan(SOON);
        assertThat(beeping.ended()).isFalse();
    }

    @Test
    void nobodyAtHomeShouldRingUntilTheCallerGivesUp() throws InterruptedException {
        PhoneCall call = call("+15005550005").awaitProvisional(180);
        assertThat(call.hungUpByRemoteWithin(Duration.ofSeconds(2))).isFalse();
        assertThat(call.cancel()).isEqualTo(487);
        assertThat(logged()).isEqualTo("+15005550005, nobody at home: the caller gave up");
    }

    @Test
    void personInAHurryShouldHangUpAfterASecond() throws InterruptedException {
        PhoneCall call = call("+15005550008").awaitAnswered(SOON);
        call.awaitHangup(SOON);
        assertThat(call.received().length()).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(200));
        assertThat(logged()).contains("hung up after 1000 ms");
    }

    @Test
    void personWhoDeclinesShouldRingFirst() {
        PhoneCall call = call("+15005550009");
        assertThat(call.awaitFinal(SOON)).isEqualTo(603);
        assertThat(statuses(call)).containsExactly(180, 603);
    }

    @Test
    void deadTrunkShouldSayNothingWhileOthersAreServed() {
        PhoneCall dead = call("+15005550010");
        assertThat(call("+15005550004").awaitFinal(SOON)).isEqualTo(486);
        assertThat(dead.hungUpByRemoteWithin(Duration.ofSeconds(1))).isFalse();
        assertThat(dead.responses()).isEmpty();
        assertThat(trunk.tally().of("+15005550010")).as("one call, though its INVITE was repeated")
                .isEqualTo(new Count(1, 0, 0));
    }

    @Test
    void personFarFromThePhoneShouldAnswerAfterFiveSeconds() {
        long start = System.nanoTime();
        call("+15005550011").awaitProvisional(180).awaitAnswered(LATER).awaitSpeech(SOON);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test
    void keyShouldBePressedEachTimeTheCallerFallsSilent() throws InterruptedException {
        PhoneCall call = call("+15005550105").awaitAnswered(SOON);
        call.sendTone(440, MOMENT);
        call.awaitDigits("5", SOON);
        call.sendTone(440, MOMENT);
        call.awaitDigits("55", SOON);
        assertThat(call.hangup()).isEqualTo(200);
        assertThat(logged()).endsWith(", pressed 55");
    }

    @Test
    void keyShouldInterruptTheCaller() {
        PhoneCall call = call("+15005550117").awaitAnswered(SOON);
        call.queue(Tones.sine(440, Duration.ofSeconds(30)));
        call.awaitDigits("7", SOON);
    }

    @Test
    void keyShouldBePressedOnceAfterTwoSeconds() {
        PhoneCall call = call("+15005550123").awaitAnswered(SOON);
        call.awaitDigits("3", SOON);
        assertThat(call.received().length()).isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(600));
    }

    @Test
    void keyShouldBeAToneWhereEventsAreNotUnderstood() {
        PhoneCall call = call("+15005550125", CallOptions.defaults().withoutTelephoneEvent()).awaitAnswered(SOON);
        short[] five = Codec.PCMU.roundTrip(Tones.dtmf('5', Duration.ofMillis(160)));
        long deadline = System.nanoTime() + SOON.toNanos();
        while (indexOf(five, call.received().samples()) < 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static int indexOf(short[] part, short[] whole) {
        return IntStream.rangeClosed(0, whole.length - part.length)
                .filter(at -> Arrays.equals(whole, at, at + part.length, part, 0, part.length)).findFirst().orElse(-1);
    }

    @Test
    void hastyPersonShouldAnswerAtOnceAndHangUpWhenTheCallerSpeaks() {
        trunk.close();
        trunk = TestTrunk.start(TrunkOptions.onPort(0).hasty());
        PhoneCall call = call("+15005551234").awaitAnswered(SOON);
        assertThat(statuses(call)).containsExactly(200);
        call.awaitSpeech(SOON);
        assertThat(call.hungUpByRemoteWithin(MOMENT)).isFalse();
        call.queue(Tones.sine(440, SOON));
        call.awaitHangup(SOON);
    }

    @Test
    void callerWithoutAnOfferShouldBeServedToo() {
        PhoneCall call = call("+15005550001", CallOptions.defaults().withLateOffer()).awaitAnswered(SOON);
        call.awaitSpeech(SOON);
        assertThat(call.hold()).isEqualTo(200);
        assertThat(call.resume()).isEqualTo(200);
        assertThat(call.sendInfoDigit('1')).isEqualTo(200);
        assertThat(call.request("MESSAGE", "", "").status()).isEqualTo(405);
    }

    @Test
    void callerWithoutACommonCodecShouldBeRefused() {
        assertThat(call("+15005550001", CallOptions.defaults().codecs(Codec.L16)).awaitFinal(SOON)).isEqualTo(488);
    }

    @Test
    void strangeRequestsShouldBeAnswered() {
        String uri = "sip:127.0.0.1:" + trunk.port();
        assertThat(phone.options(uri, SOON).status()).isEqualTo(200);
        assertThat(phone.exchange("BYE", uri, SOON).status()).isEqualTo(481);
    }

    @Test
    void manyCallsAtOnceShouldAllBeHeard() {
        List<PhoneCall> calls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            calls.add(call("+1500555" + (2000 + i), CallOptions.defaults().withoutSilence()));
        }
        calls.forEach(call -> call.awaitAnswered(LATER));
        calls.forEach(call -> call.awaitSpeech(LATER));
        assertThat(trunk.tally().total()).isEqualTo(new Count(MANY, MANY, MANY));
    }

    @Test
    void closedTrunkShouldHangUp() {
        PhoneCall call = call("+15005550001").awaitAnswered(SOON);
        call.awaitSpeech(SOON);
        trunk.close();
        call.awaitHangup(SOON);
    }
}
