package org.callwright.bench.media.named;

import java.util.List;
import org.callwright.media.codecs.Goertzel;
import org.callwright.media.spi.MediaCodec;

/**
 * Counts how often a name is said, and how often another. Looks at 40 ms at a time; a name lasts three of these at
 * least.
 */
public final class NameListener {

    private static final int WINDOW = 320;
    private static final int SHORTEST = 3;
    private static final double SHARE = 0.6;
    private static final double FAINTEST = 1000;
    private static final int NOBODY = -1;

    private final int expected;
    private final short[] window = new short[WINDOW];
    private int filled;
    private int speaking = NOBODY;
    private int windows;
    private int heard;
    private int foreign;

    /** @param expected the name that should be heard */
    public NameListener(int expected) {
        this.expected = expected;
    }

    /** Takes payloads in their order. */
    public void listen(List<byte[]> payloads, MediaCodec decoder) {
        short[] samples = new short[2048];
        for (byte[] payload : payloads) {
            int count = decoder.decode(payload, 0, payload.length, samples, 0);
            for (int i = 0; i < count; i++) {
                accept(samples[i]);
            }
        }
    }

    private void accept(short sample) {
        window[filled++] = sample;
        if (filled == WINDOW) {
            filled = 0;
            window(name());
        }
    }

    private void window(int name) {
        windows = name == speaking ? windows + 1 : 1;
        speaking = name;
        if (name != NOBODY && windows == SHORTEST) {
            heard += name == expected ? 1 : 0;
            foreign += name == expected ? 0 : 1;
        }
    }

    private int name() {
        for (int name = 0; name < NamedAudio.NAMES; name++) {
            double hertz = NamedAudio.hertz(name);
            if (Goertzel.share(window, 0, WINDOW, hertz, NamedAudio.SAMPLE_RATE) > SHARE
                    && Goertzel.amplitude(window, 0, WINDOW, hertz, NamedAudio.SAMPLE_RATE) > FAINTEST) {
                return name;
            }
        }
        return NOBODY;
    }

    /** How often the expected name was said. */
    public int heard() {
        return heard;
    }

    /** How often another was. */
    public int foreign() {
        return foreign;
    }
}
