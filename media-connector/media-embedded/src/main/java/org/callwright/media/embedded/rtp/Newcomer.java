package org.callwright.media.embedded.rtp;

import java.nio.ByteBuffer;

/**
 * A sender that looks like another than the one that is heard: another SSRC, or sequence numbers far away. While the
 * known one is flowing, the new one begins with the second packet in a row (RFC 3550, appendix A.1), so that a stray
 * packet does not cut a stream in two. The first packet is held until then, so that nothing of a real sender is lost.
 */
final class Newcomer {

    private ByteBuffer held;
    private boolean waiting;
    private int ssrc;
    private int next;

    /** Whether the packet comes right behind the one that is held. */
    boolean follows(RtpPacket packet) {
        return waiting && packet.ssrc() == ssrc && packet.sequence() == next;
    }

    /** Keeps a packet, and forgets the one before. */
    void hold(RtpPacket packet, ByteBuffer bytes) {
        if (held == null) {
            held = ByteBuffer.allocate(bytes.capacity());
        }
        held.clear().put(0, bytes, 0, bytes.limit()).limit(bytes.limit());
        waiting = true;
        ssrc = packet.ssrc();
        next = packet.sequence() + 1 & 0xFFFF;
    }

    ByteBuffer held() {
        return held;
    }

    void forget() {
        waiting = false;
    }
}
