package org.callwright.bench.media.peer;

import java.util.List;

/** Says the same packets over and over, coded beforehand so that coding costs nothing while something is measured. */
public final class LoopedVoice implements Voice {

    private final List<byte[]> payloads;
    private int at;

    /** @param payloads one for each 20 ms */
    public LoopedVoice(List<byte[]> payloads) {
        this.payloads = payloads;
    }

    @Override
    public int next(byte[] payload) {
        byte[] said = payloads.get(at);
        at = (at + 1) % payloads.size();
        System.arraycopy(said, 0, payload, 0, said.length);
        return said.length;
    }
}
