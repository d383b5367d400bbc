package org.callwright.bench.media.peer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps payloads of one length as they came, for a judge who takes his time afterwards. */
public final class KeptPayloads implements Ear {

    private final int length;
    private final byte[] kept;
    private int count;
    private int others;

    /**
     * @param length of a payload in bytes
     * @param capacity payloads that are kept at most; its memory is taken at once
     */
    public KeptPayloads(int length, int capacity) {
        this.length = length;
        kept = new byte[length * capacity];
    }

    @Override
    public void hear(byte[] packet, int from, int to) {
        if (to - from != length || (count + 1) * length > kept.length) {
            others++;
            return;
        }
        System.arraycopy(packet, from, kept, count * length, length);
        count++;
    }

    /** What was kept, in the order of arrival. */
    public List<byte[]> payloads() {
        return IntStream.range(0, count).mapToObj(i -> Arrays.copyOfRange(kept, i * length, (i + 1) * length)).toList();
    }

    /** Payloads of another length, or too many. */
    public int others() {
        return others;
    }
}
