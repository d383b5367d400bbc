package org.callwright.phone.media;

import java.util.Arrays;

/**
 * Everything heard in a call on one time axis, placed by RTP timestamp: what is missing is silence, what comes late or
 * twice goes to its own place. A new source, or a jump of more than ten seconds, goes on where the wall clock says.
 */
final class Timeline {

    private static final int JUMP = 80_000;

    private short[] samples = new short[8000];
    private int length;
    private int ssrc;
    private int firstTimestamp;
    private int offset;
    private long startNanos;

    synchronized void add(RtpPacket packet, short[] heard, long nowNanos) {
        if (length == 0) {
            startNanos = nowNanos;
            rebase(packet, 0);
        }
        int position = offset + packet.timestamp() - firstTimestamp;
        if (packet.ssrc() != ssrc || Math.abs(position - length) > JUMP) {
            rebase(packet, Math.max(length, (int) ((nowNanos - startNanos) / 125_000)));
            position = offset;
        }
        if (position < 0) {
            return;
        }
        int end = position + heard.length;
        if (end > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(end, samples.length * 2));
        }
        System.arraycopy(heard, 0, samples, position, heard.length);
        length = Math.max(length, end);
    }

    private void rebase(RtpPacket packet, int at) {
        ssrc = packet.ssrc();
        firstTimestamp = packet.timestamp();
        offset = at;
    }

    synchronized short[] snapshot() {
        return Arrays.copyOf(samples, length);
    }

    synchronized int length() {
        return length;
    }
}
