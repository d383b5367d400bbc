package org.callwright.media.embedded.rtp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Decides whose packets count (symmetric RTP). The first valid packet fixes the peer's real address, which NAT may
 * have made another than SDP says. From then on other sources are dropped, with one exception in each round of offer
 * and answer: a source that sends {@link #PROBATION} valid packets in a row takes over when the known one has been
 * quiet for two seconds, or when it is the very address that SDP names, whatever comes from the known one meanwhile. So
 * a spoofer can't take an active stream nor keep one that he was first at, and a phone whose NAT binding changed is
 * found again.
 */
public final class SourceGuard {

    /** Packets in a row that a new source must send. */
    public static final int PROBATION = 5;

    private static final long QUIET = 2_000_000_000L;

    private SocketAddress signalled;
    private SocketAddress latched;
    private long lastAccepted;
    private boolean movedOnce;
    private SocketAddress candidate;
    private int candidatePackets;
    private int candidateSequence;

    /** A new offer or answer names where the peer is; a changed address makes the next packet decide anew. */
    public void signalled(InetSocketAddress address) {
        if (address != null && !address.equals(signalled)) {
            latched = null;
        }
        signalled = address;
        movedOnce = false;
        candidate = null;
    }

    /**
     * Whether a well-formed packet of an agreed payload type is the peer's.
     */
    public boolean accept(SocketAddress source, int sequence, long nanoTime) {
        if (latched == null || source == latched || source.equals(latched)) {
            latched = source;
            lastAccepted = nanoTime;
            if (candidate != null && !candidate.equals(signalled)) {
                candidate = null;
            }
            return true;
        }
        if (movedOnce || !source.equals(signalled) && nanoTime - lastAccepted < QUIET) {
            return false;
        }
        boolean follows = source.equals(candidate) && (sequence - candidateSequence & 0xFFFF) == 1;
        candidate = source;
        candidateSequence = sequence;
        candidatePackets = follows ? candidatePackets + 1 : 1;
        if (candidatePackets < PROBATION) {
            return false;
        }
        latched = source;
        lastAccepted = nanoTime;
        movedOnce = true;
        candidate = null;
        return true;
    }

    /** Where to send: the real address when it is known, else what SDP says, else null. */
    public SocketAddress target() {
        return latched != null ? latched : signalled;
    }
}
