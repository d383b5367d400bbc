package org.callwright.phone.trunk;

import java.time.Duration;
import java.util.Arrays;
import org.callwright.phone.media.Tones;

/** What is heard of whoever answers. Made once, when the trunk starts. */
enum Voice {

    /** One short word after a moment. */
    PERSON(pause(400), Speech.sentence("helo", 105, 150)),

    /** A greeting of several sentences. */
    MACHINE_WITHOUT_BEEP(greeting()),

    /** The same, and a beep of half a second. */
    MACHINE_WITH_BEEP(greeting(), pause(700), Tones.sine(1000, Duration.ofMillis(500)));

    private final short[] samples;

    Voice(short[]... parts) {
        samples = join(parts);
    }

    /** Samples of 8 kHz; not to be changed. */
    short[] samples() {
        return samples;
    }

    private static short[] greeting() {
        return join(pause(500), Speech.sentence("yu hav ritst ze mailboks of ze test trank", 125, 95), pause(400),
                Speech.sentence("nobodi kan take yor kal nau", 120, 95), pause(400),
                Speech.sentence("plis liv a mesaj after ze tone", 120, 90));
    }

    private static short[] pause(int millis) {
        return Tones.silence(Duration.ofMillis(millis));
    }

    private static short[] join(short[]... parts) {
        short[] whole = new short[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
