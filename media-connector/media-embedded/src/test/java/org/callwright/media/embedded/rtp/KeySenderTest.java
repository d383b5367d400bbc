package org.callwright.media.embedded.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.callwright.media.codecs.dtmf.DtmfDetector;
import org.junit.jupiter.api.Test;

/** Keys as tones; as telephone-events they are in the contract of all drivers. */
class KeySenderTest {

    private static final int FRAME = 160;

    private final KeySender keys = new KeySender();

    private short[] sounding(String pressed) {
        pressed.chars().forEach(key -> keys.add((char) key));
        short[] all = new short[pressed.length() * 10 * FRAME];
        short[] frame = new short[FRAME];
        for (int at = 0; at < all.length; at += FRAME) {
            Arrays.fill(frame, (short) 1);
            if (keys.next()) {
                keys.sound(frame, FRAME);
            }
            System.arraycopy(frame, 0, all, at, FRAME);
        }
        return all;
    }

    @Test
    void everyKeyShouldBeToldByADetector() {
        String pressed = "0123456789*#ABCD";
        StringBuilder told = new StringBuilder();
        short[] all = sounding(pressed);
        new DtmfDetector(told::append).accept(all, 0, all.length);
        assertThat(told).hasToString(pressed);
    }

    @Test
    void toneShouldLast100MillisecondsWithSilenceBehindItAndThenAudioAgain() {
        short[] all = sounding("55");
        for (int key = 0; key < 2; key++) {
            int from = key * 10 * FRAME;
            assertThat(all[from + 799]).isNotIn((short) 0, (short) 1);
            assertThat(Arrays.copyOfRange(all, from + 800, from + 1120)).containsOnly(0);
            assertThat(Arrays.copyOfRange(all, from + 1120, from + 1600)).containsOnly(1);
        }
    }
}
