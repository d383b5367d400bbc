package org.callwright.media.embedded.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.callwright.media.judge.Audio;
import org.junit.jupiter.api.Test;

class ToneListenerTest {

    private static final int FRAME = 160;

    private final StringBuilder keys = new StringBuilder();
    private final ToneListener listener = new ToneListener(keys::append);
    private final short[] five = Audio.pair(FRAME * 20, 770, 1336, 6000);
    private int timestamp = 0xFFFF_FF00;

    private void press(int from, int to) {
        for (int i = from; i < to; i++) {
            frame(i, 0);
        }
    }

    private void frame(int i, int missing) {
        listener.audio(timestamp, Arrays.copyOfRange(five, FRAME * i, FRAME * i + FRAME), FRAME, missing, 0);
        timestamp += FRAME;
    }

    @Test
    void lostPacketShouldNotPressAKeyTwice() {
        press(0, 6);
        timestamp += FRAME;
        frame(7, 1);
        press(8, 14);
        assertThat(keys).hasToString("5");
    }

    @Test
    void longerGapShouldEndAKey() {
        press(0, 6);
        timestamp += 3 * FRAME;
        press(0, 6);
        assertThat(keys).hasToString("55");
    }

    @Test
    void silenceShouldEndAKey() {
        press(0, 6);
        listener.silence(timestamp, FRAME, 0, 0);
        timestamp += FRAME;
        press(0, 6);
        assertThat(keys).hasToString("55");
    }

    @Test
    void latePacketsShouldBeLeftOut() {
        press(0, 6);
        timestamp -= 3 * FRAME;
        for (int i = 3; i < 6; i++) {
            listener.audio(timestamp, new short[FRAME], FRAME, -1, 0);
            timestamp += FRAME;
        }
        press(6, 12);
        assertThat(keys).hasToString("5");
    }

    @Test
    void anotherSenderShouldBeAnotherKey() {
        press(0, 6);
        listener.senderChanged();
        press(0, 6);
        assertThat(keys).hasToString("55");
    }
}
