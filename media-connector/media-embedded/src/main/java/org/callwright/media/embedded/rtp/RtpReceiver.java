package org.callwright.media.embedded.rtp;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.callwright.media.spi.MediaCodec;

/**
 * The receiving side of a leg. Each turn empties the socket, whose buffer in the kernel bridges any stall of ours,
 * and sorts the packets: foreign, malformed and repeated ones are dropped and counted, digits are told, audio is
 * decoded and given to the sink. Comfort noise (payload type 13) counts as a sign of life and as silence. A codec that
 * remembers gets its packets in their order: one that comes after a newer one is dropped, and the sink makes up for it
 * as for a lost one.
 */
public final class RtpReceiver {

    private static final int MAX_PER_TURN = 512;
    private static final int MAX_PACKET = 2048;
    private static final int MAX_SAMPLES = 1600;
    private static final int COMFORT_NOISE = 13;

    private final LegCounters counters;
    private final SourceGuard guard = new SourceGuard();
    private final SequenceTracker sequences = new SequenceTracker();
    private final Newcomer newcomer = new Newcomer();
    private final TelephoneEvents events = new TelephoneEvents();
    private final RtpPacket packet = new RtpPacket();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(MAX_PACKET);
    private final byte[] payload = new byte[MAX_PACKET];
    private final short[] samples = new short[MAX_PACKET];
    private final DigitReceiver digits;
    private MediaPlan plan;
    private AudioSink sink = AudioSink.NONE;
    private int ssrc;
    private int newestEnd;
    private long lastPacket;
    private long packets;
    private long octets;

    /** Takes digits, on the tick thread. */
    public interface DigitReceiver {

        void digit(char digit);
    }

    public RtpReceiver(LegCounters counters, DigitReceiver digits) {
        this.counters = counters;
        this.digits = digits;
    }

    public void use(MediaPlan newPlan) {
        plan = newPlan;
        guard.signalled(newPlan.remote());
    }

    public void sink(AudioSink newSink) {
        sink = newSink;
    }

    /**
     * Empties the socket.
     *
     * @return whether the peer gave a sign of life
     */
    public boolean receive(DatagramChannel channel, long nanoTime) throws IOException {
        boolean alive = false;
        for (int i = 0; i < MAX_PER_TURN; i++) {
            bytes.clear();
            SocketAddress source = channel.receive(bytes);
            if (source == null) {
                return alive;
            }
            bytes.flip();
            if (accept(source, nanoTime)) {
                alive = true;
            } else {
                counters.packetsDiscarded.increment();
            }
        }
        return alive;
    }

    private boolean accept(SocketAddress source, long nanoTime) {
        if (!packet.parse(bytes) || !agreed(packet.payloadType()) || packet.payloadLength() == 0
                || !guard.accept(source, packet.sequence(), nanoTime)) {
            return false;
        }
        long extended = sequences.extend(packet.sequence());
        boolean another = !sequences.started() || packet.ssrc() != ssrc || sequences.restarted(extended);
        if (another && flowing(nanoTime) && !newcomer.follows(packet)) {
            newcomer.hold(packet, bytes);
            return false;
        }
        if (!another) {
            return !sequences.duplicate(extended) && take(nanoTime);
        }
        begin();
        if (newcomer.follows(packet)) {
            packet.parse(newcomer.held());
            take(nanoTime);
            packet.parse(bytes);
        }
        newcomer.forget();
        return take(nanoTime);
    }

    private boolean take(long nanoTime) {
        int missing = sequences.count(sequences.extend(packet.sequence()));
        counters.packetsReceived.increment();
        counters.packetsLost.add(missing);
        packets++;
        octets += packet.payloadLength();
        lastPacket = nanoTime;
        return deliver(missing, nanoTime);
    }

    private void begin() {
        if (sequences.started()) {
            sink.senderChanged();
        }
        ssrc = packet.ssrc();
        sequences.reset();
        events.reset();
        for (MediaCodec decoder : plan.decoders()) {
            if (decoder != null) {
                decoder.reset();
            }
        }
    }

    private boolean agreed(int payloadType) {
        return plan.decoders()[payloadType] != null || payloadType == plan.eventPayloadType()
                || payloadType == COMFORT_NOISE;
    }

    private boolean deliver(int missing, long nanoTime) {
        int payloadType = packet.payloadType();
        if (payloadType == plan.eventPayloadType()) {
            event(missing, nanoTime);
            return true;
        }
        MediaCodec decoder = plan.decoders()[payloadType];
        if (decoder == null) {
            return true;
        }
        if (missing < 0 && decoder.remembers()) {
            return false;
        }
        packet.payload(payload);
        int count = decoder.decode(payload, 0, packet.payloadLength(), samples, 0);
        if (count == 0 || count > MAX_SAMPLES) {
            return false;
        }
        sequences.arrival((int) (nanoTime / 125_000), packet.timestamp());
        newestEnd = packet.timestamp() + count;
        if (events.covers(packet.timestamp(), nanoTime)) {
            sink.silence(packet.timestamp(), count, missing, nanoTime);
        } else {
            sink.audio(packet.timestamp(), samples, count, missing, nanoTime);
        }
        return true;
    }

    private void event(int missing, long nanoTime) {
        char digit = events.accept(packet, missing < 0, nanoTime);
        if (digit != 0) {
            digits.digit(digit);
        }
        if (packet.timestamp() == events.timestamp()) {
            newestEnd = events.timestamp() + events.duration();
            sink.silence(events.timestamp(), events.duration(), missing, nanoTime);
        }
    }

    /** Whether packets are flowing, so that {@link #newestEnd} tells the next time stamp. */
    public boolean flowing(long nanoTime) {
        return sequences.started() && nanoTime - lastPacket < 100_000_000;
    }

    /** Time stamp behind the newest sample. */
    public int newestEnd() {
        return newestEnd;
    }

    /** Where to send: the peer's real address, or what SDP said. */
    public SocketAddress target() {
        return guard.target();
    }

    /** Packets that were taken. */
    long packets() {
        return packets;
    }

    /** Payload bytes of these. */
    long octets() {
        return octets;
    }

    SequenceTracker sequences() {
        return sequences;
    }

    int ssrc() {
        return ssrc;
    }
}
