package org.callwright.phone.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.callwright.phone.media.Metronome;
import org.callwright.phone.media.Tones;
import org.junit.jupiter.api.Test;

class CalleeTest {

    private static final short[] SOUND = Tones.sine(440, Duration.ofMillis(20));
    private static final short[] SILENCE = Tones.silence(Duration.ofMillis(20));

    private final Deeds deeds = new Deeds();

    /** Writes down what is done, and after how many milliseconds. */
    private static final class Deeds implements Callee.Line {

        private final List<String> all = new ArrayList<>();
        private int now;

        @Override
        public void say(short[] samples) {
            all.add(now + " says " + samples.length);
        }

        @Override
        public void press(char key) {
            all.add(now + " presses " + key);
        }

        @Override
        public void hangUp(String why) {
            all.add(now + " hangs up");
        }
    }

    /** Lets time pass in which the caller sends that packet every 20 ms. */
    private void pass(Callee callee, int millis, short[] packet) {
        for (int passed = 0; passed < millis; passed += Metronome.TICK_MILLIS) {
            callee.heard(packet);
            callee.tick();
            deeds.now += Metronome.TICK_MILLIS;
        }
    }

    private Callee callee(Scenario scenario) {
        return new Callee(scenario, deeds);
    }

    @Test
    void personShouldSpeakAndThenOnlyListen() {
        Callee person = callee(Scenario.person());
        pass(person, 3_000, SOUND);
        pass(person, 60_000, SILENCE);
        assertThat(deeds.all).containsExactly("0 says " + Voice.PERSON.samples().length);
    }

    @Test
    void keyShouldFollowEachUtteranceOfTheCaller() {
        Callee callee = callee(Scenario.pressing('7', Keys.Moment.AFTER_SPEECH));
        pass(callee, 3_000, SILENCE);
        pass(callee, 1_000, SOUND);
        pass(callee, 1_000, SILENCE);
        pass(callee, 1_000, SOUND);
        pass(callee, 4_000, SILENCE);
        pass(callee, 1_000, SOUND);
        pass(callee, 4_000, SILENCE);
        assertThat(deeds.all.subList(1, deeds.all.size())).containsExactly("7460 presses 7", "12460 presses 7");
    }

    @Test
    void clickShouldBeNoUtterance() {
        Callee callee = callee(Scenario.pressing('7', Keys.Moment.AFTER_SPEECH));
        pass(callee, 100, SOUND);
        pass(callee, 5_000, SILENCE);
        assertThat(deeds.all).hasSize(1);
    }

    @Test
    void silentPacketsThatDoNotComeShouldBeSilenceToo() {
        Callee callee = callee(Scenario.pressing('7', Keys.Moment.AFTER_SPEECH));
        pass(callee, 1_000, SOUND);
        pass(callee, 2_000, new short[0]);
        assertThat(deeds.all).contains("2460 presses 7");
    }

    @Test
    void bargeInShouldComeOnceIntoEachUtterance() {
        Callee callee = callee(Scenario.pressing('4', Keys.Moment.DURING_SPEECH));
        pass(callee, 3_000, SOUND);
        pass(callee, 2_000, SILENCE);
        pass(callee, 3_000, SOUND);
        assertThat(deeds.all.subList(1, deeds.all.size())).containsExactly("480 presses 4", "5480 presses 4");
    }

    @Test
    void singleKeyShouldComeWhateverTheCallerDoes() {
        Callee callee = callee(Scenario.pressing('1', Keys.Moment.ONCE));
        pass(callee, 10_000, SILENCE);
        assertThat(deeds.all.subList(1, deeds.all.size())).containsExactly("1980 presses 1");
    }

    @Test
    void personInAHurryShouldHangUp() {
        pass(callee(TestNumbers.scenario("0008", false)), 1_000, SILENCE);
        assertThat(deeds.all.subList(1, deeds.all.size())).containsExactly("980 hangs up");
    }

    @Test
    void hastyPersonShouldWaitForTheFirstSound() {
        Callee hasty = callee(TestNumbers.scenario("0001", true));
        pass(hasty, 5_000, SILENCE);
        assertThat(deeds.all).hasSize(1);
        pass(hasty, 200, SOUND);
        assertThat(deeds.all.subList(1, deeds.all.size())).containsExactly("5180 hangs up");
    }
}
