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
}
