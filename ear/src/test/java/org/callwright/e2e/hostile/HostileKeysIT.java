package org.callwright.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;

import java.time.Duration;
import org.callwright.e2e.calls.CallTests;
import org.callwright.e2e.calls.Line;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** More keys than any keypad has. */
@CallTests
@RunAsClient
class HostileKeysIT {

    private static final int SSRC = 0x0BAD_CAFE;
    private static final int POUND = 11;
    /** Ticks after which the Gather has begun: keys before it do not count. */
    private static final int LISTENING = 50;

    private static Line gathering(String attributes) {
        return Line.answering("<Gather action='{here}/gathered' timeout='15' " + attributes + "/>")
                .page("gathered", "<Hangup/>");
    }

    private static String gathered(Line line, PhoneCall call) {
        String digits = line.asked("gathered").parameter("Digits");
        call.awaitHangup(SOON);
        line.records().ended("completed");
        return digits;
    }

    /** Complete events, each with a time of its own. */
    private static void flood(Talker talker, int key, int eventsPerTick, int ticks) {
        Talker.eachTick(ticks, tick -> {
            for (int i = 0; i < eventsPerTick; i++) {
                talker.event(key, true, 1);
                talker.skip(1);
            }
            talker.skip(Talker.FRAME - eventsPerTick);
        });
    }

    @Test
    void thousandsOfEventsASecondShouldGiveAsManyDigitsAsAreWanted() {
        try (Line line = gathering("numDigits='6'"); Phone phone = Phone.udp("127.0.0.1");
                Talker talker = Talker.at("127.0.0.1", SSRC)) {
            PhoneCall call = line.call(phone, talker.options()).awaitAnswered(SOON);
            flood(talker.towards(call), 5, 100, 100);
            assertThat(gathered(line, call)).isEqualTo("555555");
        }
    }

    @Test
    void floodShouldBeCutAndTheKeysBehindItStillCount() {
        try (Line line = gathering("finishOnKey='#'"); Phone phone = Phone.udp("127.0.0.1");
                Talker talker = Talker.at("127.0.0.1", SSRC)) {
            PhoneCall call = line.call(phone, talker.options()).awaitAnswered(SOON);
            flood(talker.towards(call), 7, 100, 100);
            talker.skip(16_000);
            Talker.eachTick(110, tick -> {
                if (tick == 60) {
                    talker.event(8, true, 800);
                } else if (tick >= 100) {
                    talker.event(POUND, true, 800);
                }
                talker.skip(tick < 100 ? Talker.FRAME : 0);
            });
            assertThat(gathered(line, call)).matches("7{1,150}8");
        }
    }

    @Test
    void eventWithoutEndShouldBeOneKey() {
        try (Line line = gathering("finishOnKey='#'"); Phone phone = Phone.udp("127.0.0.1");
                Talker talker = Talker.at("127.0.0.1", SSRC)) {
            PhoneCall call = line.call(phone, talker.options()).awaitAnswered(SOON);
            talker.towards(call);
            Talker.eachTick(LISTENING, tick -> talker.skip(Talker.FRAME));
            Talker.eachTick(200, tick -> talker.event(3, false, Math.min(0xFFFF, tick * 1_000)));
            talker.event(3, true, 0xFFFF);
            talker.skip(0x20000);
            talker.event(POUND, true, 800);
            assertThat(gathered(line, call)).isEqualTo("3");
        }
    }

    @Test
    void keysFromElsewhereShouldNotCount() {
        try (Line line = gathering("numDigits='3'"); Phone phone = Phone.udp("127.0.0.1");
                Talker talker = Talker.at("127.0.0.1", SSRC); Talker stranger = Talker.at("127.0.0.8", SSRC)) {
            PhoneCall call = line.call(phone, talker.options()).awaitAnswered(SOON);
            talker.towards(call);
            stranger.towards(call);
            Talker.eachTick(LISTENING, tick -> talker.skip(Talker.FRAME));
            Talker.eachTick(150, tick -> {
                if (tick % 40 == 30) {
                    talker.event(1, true, 400);
                }
                talker.skip(Talker.FRAME);
                for (int i = 0; tick > 30 && i < 50; i++) {
                    stranger.event(9, true, 400);
                    stranger.skip(3);
                }
            });
            assertThat(gathered(line, call)).isEqualTo("111");
        }
    }

    @Test
    void floodOfInfoShouldBeAnsweredAndCut() {
        try (Line line = gathering("finishOnKey='#'"); Phone phone = Phone.tcp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            long start = System.nanoTime();
            for (int i = 0; i < 1_500; i++) {
                assertThat(call.sendInfoDigit('4')).isEqualTo(200);
            }
            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds() + 1;
            while (line.times("gathered") == 0) {
                assertThat(call.sendInfoDigit('#')).isIn(200, 481);
                Talker.eachTick(20, tick -> { });
            }
            assertThat(gathered(line, call)).matches("4+").hasSizeLessThanOrEqualTo((int) (30 * (seconds + 1)));
        }
    }

    /** Runs beside the others. */
    @Test
    void otherCallsShouldNotBeKeptWaiting() {
        for (int i = 0; i < 10; i++) {
            assertThat(ServerState.otherCall()).isLessThan(Duration.ofSeconds(3));
        }
        ServerState.assertReadyAndAnsweringRest();
    }
}
