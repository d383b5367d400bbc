package org.callwright.media.embedded.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rounds of a mix whose members say one steady value or a number of their own. */
class MixBusTest {

    private static final int FRAME = 160;

    private final MixBus bus = new MixBus();
    private final List<MixMember> members = new ArrayList<>();
    private final short[] frame = new short[FRAME];
    private int timestamp;

    private MixMember member() {
        MixMember member = new MixMember(() -> { });
        bus.add(member);
        member.join(true, false, true);
        members.add(member);
        return member;
    }

    private static short[] steady(int value) {
        short[] samples = new short[FRAME];
        Arrays.fill(samples, (short) value);
        return samples;
    }

    /** Each member says its value for some rounds; then all have heard what was said. */
    private void speak(int rounds, int... values) {
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < values.length; i++) {
                members.get(i).sink().audio(timestamp, steady(values[i]), FRAME, 0, 0);
            }
            timestamp += FRAME;
            bus.round();
            if (round + 1 < rounds) {
                members.forEach(member -> member.hear(frame, false));
            }
        }
    }

    private short[] heard(MixMember member) {
        Arrays.fill(frame, (short) 0);
        member.hear(frame, false);
        return frame.clone();
    }

    @Test
    void eachShouldHearTheSumOfTheOthers() {
        for (int i = 0; i < 5; i++) {
            member();
        }
        speak(4, 1000, -200, 30, 0, 8);
        assertThat(heard(members.get(0))).containsOnly(-170);
        assertThat(heard(members.get(1))).containsOnly(1030);
        assertThat(heard(members.get(2))).containsOnly(800);
        assertThat(heard(members.get(3))).containsOnly(830);
        assertThat(heard(members.get(4))).containsOnly(830);
    }

    @Test
    void sumShouldStopAtTheLargestSampleAndTheOthersPartBeWholeAllTheSame() {
        for (int i = 0; i < 4; i++) {
            member();
        }
        speak(4, 30_000, 30_000, -20_000, 0);
        assertThat(heard(members.get(0))).containsOnly(10_000);
        assertThat(heard(members.get(2))).containsOnly(32_767);
        assertThat(heard(members.get(3))).containsOnly(32_767);
        members.get(0).join(false, false, true);
        members.get(1).join(false, false, true);
        speak(4, 0, 0, -20_000, -20_000);
        assertThat(heard(members.get(0))).containsOnly(-32_768);
    }

    @Test
    void memberThatIsMutedInAWordShouldEndSoftlyAndBeginSoftly() {
        MixMember speaker = member();
        MixMember listener = member();
        speak(5, 8000);
        assertThat(heard(listener)).containsOnly(8000);
        speaker.join(false, false, true);
        speak(1, 8000);
        short[] end = heard(listener);
        assertThat(end[0]).isEqualTo((short) 8000);
        assertThat(end[159]).isEqualTo((short) 50);
        assertThat(end).isSortedAccordingTo((one, other) -> other - one);
        speak(1, 8000);
        assertThat(heard(listener)).containsOnly(0);
        speaker.join(true, true, true);
        speak(2, 8000);
        short[] begin = heard(listener);
        assertThat(begin[0]).isZero();
        assertThat(begin[159]).isEqualTo((short) 7950);
        speak(1, 8000);
        assertThat(heard(listener)).containsOnly(8000);
    }

    @Test
    void memberThatIsBackBeforeItsEndWasHeardShouldGoOnWithoutAStep() {
        MixMember speaker = member();
        MixMember listener = member();
        speak(5, 8000);
        assertThat(heard(listener)).containsOnly(8000);
        speaker.join(false, false, true);
        speaker.join(true, true, true);
        speak(1, 8000);
        assertThat(heard(listener)).containsOnly(8000);
    }

    @Test
    void memberThatLeavesInAWordShouldEndSoftly() {
        MixMember speaker = member();
        MixMember listener = member();
        speak(5, 8000);
        heard(listener);
        bus.remove(speaker);
        bus.round();
        assertThat(heard(listener)[0]).isEqualTo((short) 8000);
        bus.round();
        assertThat(heard(listener)).containsOnly(0);
        Arrays.fill(frame, (short) 0);
        assertThat(speaker.hear(frame, true)).isTrue();
        assertThat(speaker.hear(frame, true)).isFalse();
        bus.remove(listener);
        assertThat(bus.isEmpty()).isFalse();
        bus.round();
        assertThat(bus.isEmpty()).isTrue();
    }

    @Test
    void promptShouldFollowTheMixWithoutAStepAndTheMixFollowThePrompt() {
        member();
        MixMember listener = member();
        speak(5, 8000);
        assertThat(heard(listener)).containsOnly(8000);
        short[] prompt = steady(100);
        listener.hear(prompt, true);
        assertThat(prompt[0]).isEqualTo((short) 8100);
        assertThat(prompt[159]).isEqualTo((short) 150);
        prompt = steady(100);
        assertThat(listener.hear(prompt, true)).isFalse();
        assertThat(prompt).containsOnly(100);
        assertThat(heard(listener)[0]).isZero();
        assertThat(heard(listener)).containsOnly(8000);
    }

    @Test
    void silenceOfALawShouldNotBeAdded() {
        for (int i = 0; i < 40; i++) {
            member();
        }
        int[] values = new int[40];
        Arrays.fill(values, 8);
        values[7] = 1234;
        speak(4, values);
        for (int i = 0; i < 40; i++) {
            if (i != 7) {
                assertThat(heard(members.get(i))).containsOnly(1234);
            }
        }
        assertThat(heard(members.get(7))).containsOnly(0);
    }

    /**
     * The first one says a tone whose frames begin with a peak and end with the opposite one. Whoever is told something
     * is told it between a round and what he hears of it, as on the tick thread.
     */
    @Test
    void nobodyOfFortyShouldHearAStepWhenOthersAreMutedHeldLeaveAndComeBack() {
        for (int i = 0; i < 40; i++) {
            member();
        }
        short[][] heard = new short[40][60 * FRAME];
        for (int round = 0; round < 60; round++) {
            if (members.get(0).isHeard()) {
                members.get(0).sink().audio(FRAME * round, peaks(round), FRAME, 0, 0);
            }
            bus.round();
            change(round);
            for (int i = 0; i < 40; i++) {
                System.arraycopy(heard(members.get(i)), 0, heard[i], FRAME * round, FRAME);
            }
        }
        for (int i = 1; i < 40; i++) {
            int sounding = 0;
            for (int at = 1; at < heard[i].length; at++) {
                assertThat(Math.abs(heard[i][at] - heard[i][at - 1])).as("step of %s at %s", i, at).isLessThan(1600);
                sounding += heard[i][at] == 0 ? 0 : 1;
            }
            assertThat(sounding).as("samples with sound for %s", i).isGreaterThan(20 * FRAME);
            assertThat(Arrays.copyOfRange(heard[i], 16 * FRAME, 19 * FRAME)).as("mute").containsOnly(0);
            assertThat(Arrays.copyOfRange(heard[i], 36 * FRAME, 39 * FRAME)).as("hold").containsOnly(0);
        }
    }

    private static short[] peaks(int round) {
        short[] samples = new short[FRAME];
        for (int i = 0; i < FRAME; i++) {
            double level = round == 0 ? 50.0 * i : 8000;
            samples[i] = (short) (level * Math.cos(2 * Math.PI * 225 * (FRAME * round + i) / 8000));
        }
        return samples;
    }

    private void change(int round) {
        switch (round) {
            case 12 -> members.get(0).join(false, true, true);
            case 20 -> members.get(0).join(true, true, true);
            case 26 -> members.subList(2, 12).forEach(bus::remove);
            case 32 -> bus.remove(members.get(0));
            case 40 -> comeBack(0);
            case 48 -> {
                for (int i = 2; i < 12; i++) {
                    comeBack(i);
                }
            }
            default -> { }
        }
    }

    private void comeBack(int index) {
        MixMember member = new MixMember(() -> { });
        bus.add(member);
        member.join(true, true, true);
        members.set(index, member);
    }
}
