package org.callwright.media.embedded.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Random;
import org.callwright.media.spi.ConnectionStatistics;

/**
 * One leg's RTP and RTCP. Lives from the first offer or answer, which give it its {@link PortPair}, to the release;
 * everything but the construction happens on the tick thread. From the first agreement on it sends a packet for every
 * frame it is given, so that the peer sees one steady stream and NAT bindings stay open.
 */
public final class RtpLeg {

    private static final int RTCP_EVERY = 5;
    private static final int SAMPLES_PER_MS = 8;

    private final PortPair ports;
    private final LegCounters counters;
    private final RtpSender sender;
    private final RtpReceiver receiver;
    private final Rtcp rtcp;
    private final long inactivityLimit;
    private MediaPlan plan;
    private long lastActivity;
    private boolean inactivityTold;
    private int turn;

    /**
     * @param inactivityLimit in nanoseconds, 0 for none
     */
    public RtpLeg(PortPair ports, LegCounters counters, RtpReceiver.DigitReceiver digits, String cname,
            long inactivityLimit, Random random) {
        this.ports = ports;
        this.counters = counters;
        this.inactivityLimit = inactivityLimit;
        sender = new RtpSender(random.nextInt(), random.nextInt(), random.nextInt());
        receiver = new RtpReceiver(counters, digits);
        rtcp = new Rtcp(sender, receiver, cname, System.nanoTime());
    }

    /** A new agreement holds. */
    public void use(MediaPlan newPlan, long nanoTime) {
        if (plan == null || !plan.peerSends()) {
            lastActivity = nanoTime;
            inactivityTold = false;
        }
        plan = newPlan;
        sender.use(newPlan.encoder(), newPlan.sentPayloadType(), newPlan.packetSamples(),
                newPlan.sentEventPayloadType());
        receiver.use(newPlan);
    }

    /** Whether there was an agreement, so that audio can flow. */
    public boolean agreed() {
        return plan != null;
    }

    /** Whether the peer may send telephone-events; true as long as nothing is agreed. */
    public boolean eventsAgreed() {
        return plan == null || plan.eventPayloadType() >= 0;
    }

    /** Tells the peer a key. */
    public void key(char key) {
        sender.key(key);
    }

    /** Where the received audio goes. */
    public void sink(AudioSink sink) {
        receiver.sink(sink);
    }

    public RtpReceiver receiver() {
        return receiver;
    }

    /** Takes everything that has arrived. */
    public void receive(long nanoTime) throws IOException {
        if (plan == null) {
            return;
        }
        boolean alive = receiver.receive(ports.rtp(), nanoTime);
        if (++turn % RTCP_EVERY == 0) {
            alive |= rtcp.receive(ports.rtcp(), nanoTime);
        }
        if (alive) {
            lastActivity = nanoTime;
            inactivityTold = false;
        }
    }

    /** The next packet begins a talkspurt. */
    public void beginTalkspurt() {
        sender.beginTalkspurt();
    }

    /**
     * Sends 20 ms of audio, or lets them pass when the peer wants none.
     *
     * @return whether the peer is to hear them
     */
    public boolean send(short[] frame, int count) throws IOException {
        SocketAddress target = receiver.target();
        if (plan == null || !plan.sends() || plan.remote() == null || target == null) {
            sender.skip(count);
            return false;
        }
        counters.packetsSent.add(sender.send(frame, count, ports.rtp(), target));
        return true;
    }

    /** Time for which nothing could be sent. */
    public void skip(int samples) {
        sender.skip(samples);
    }

    /** Sends an RTCP report when one is due. */
    public void report(long nanoTime) throws IOException {
        if (plan != null && plan.remoteRtcp() != null && rtcp.due(nanoTime)) {
            rtcp.report(ports.rtcp(), rtcpTarget(), nanoTime);
        }
    }

    /**
     * How long the peer has been silent, told once when it reaches the limit.
     *
     * @return nanoseconds, or 0
     */
    public long newlyInactive(long nanoTime) {
        if (plan == null || inactivityLimit == 0 || inactivityTold || !plan.peerSends()
                || nanoTime - lastActivity < inactivityLimit) {
            return 0;
        }
        inactivityTold = true;
        return nanoTime - lastActivity;
    }

    /** What the leg counted so far. */
    public ConnectionStatistics statistics() {
        return new ConnectionStatistics(sender.packets(), sender.octets(), receiver.packets(), receiver.octets(),
                Math.max(0, receiver.sequences().cumulativeLost()),
                receiver.sequences().jitter() / SAMPLES_PER_MS);
    }

    /** Says good-bye; the ports are closed by their owner. */
    public void bye(long nanoTime) throws IOException {
        if (plan != null && plan.remoteRtcp() != null) {
            rtcp.bye(ports.rtcp(), rtcpTarget(), nanoTime);
        }
    }

    /** Where SDP says, unless the RTP comes from elsewhere: then the port above it. */
    private SocketAddress rtcpTarget() {
        if (receiver.target() instanceof InetSocketAddress real && !real.equals(plan.remote())
                && real.getPort() < 65_535) {
            return new InetSocketAddress(real.getAddress(), real.getPort() + 1);
        }
        return plan.remoteRtcp();
    }

    public PortPair ports() {
        return ports;
    }
}
