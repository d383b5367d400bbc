package org.callwright.bench.media.peer;

import java.util.Arrays;

/** Sends PCMU's silence. */
public final class SilentVoice implements Voice {

    private static final int SAMPLES = 160;
    private static final byte SILENCE = (byte) 0xFF;

    @Override
    public int next(byte[] payload) {
        Arrays.fill(payload, 0, SAMPLES, SILENCE);
        return SAMPLES;
    }
}
