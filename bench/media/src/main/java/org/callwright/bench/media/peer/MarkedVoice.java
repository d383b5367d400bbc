package org.callwright.bench.media.peer;

import org.callwright.load.audio.MarkedFrame;

/** Says the frames of a marked stream, in PCMU. */
public final class MarkedVoice implements Voice {

    private final int stream;
    private int number;

    public MarkedVoice(int stream) {
        this.stream = stream;
    }

    @Override
    public int next(byte[] payload) {
        MarkedFrame.write(stream, number++, payload, 0);
        return MarkedFrame.SAMPLES;
    }
}
