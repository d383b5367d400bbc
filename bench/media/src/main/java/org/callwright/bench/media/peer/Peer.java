package org.callwright.bench.media.peer;

import static org.callwright.load.rtp.StreamArrivals.HEADER;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.callwright.load.rtp.Arrivals;
import org.callwright.load.rtp.Punctuality;
import org.callwright.load.rtp.StreamArrivals;

/**
 * The phone at the other end of a leg: sends what its voice says every 20 ms and gives its ear what it hears. Only RTP
 * of its own payload type is heard; a neighbour's RTCP may come to the same port.
 */
public final class Peer {

    private static final String LOCAL = "127.0.0.1";
    private static final long FRAME_NANOS = 20_000_000L;
    private static final int FRAME_SAMPLES = 160;
    private static final int MAX_PAYLOAD = 320;

    private final int number;
    private final int payloadType;
    private final StreamArrivals taken;
    private final Voice voice;
    private final DatagramChannel channel;
    private final int port;
    private final byte[] payload = new byte[MAX_PAYLOAD];
    private final ByteBuffer out = ByteBuffer.allocateDirect(HEADER + MAX_PAYLOAD);
    private final byte[] packet = new byte[1500];
    private final ByteBuffer in = ByteBuffer.wrap(packet);
    private Ear ear = (heard, from, to) -> { };
    private InetSocketAddress leg;
    private long nextDue = Long.MAX_VALUE;
    private int sent;

    Peer(int number, int payloadType, Voice voice, Selector selector) throws IOException {
        this.number = number;
        this.payloadType = payloadType;
        taken = new StreamArrivals(payloadType);
        this.voice = voice;
        channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.bind(new InetSocketAddress(LOCAL, 0));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
        port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** Where it hears. */
    public int port() {
        return port;
    }

    public int payloadType() {
        return payloadType;
    }

    /** What is heard from now on goes there. */
    public void listen(Ear newEar) {
        ear = newEar;
    }

    /** The port of the leg that it talks to. */
    public void talkTo(int legPort) {
        leg = new InetSocketAddress(LOCAL, legPort);
    }

    void begin(long firstDue) {
        nextDue = firstDue;
    }

    /** Sends what is due by now. */
    void send(long now, Punctuality punctuality) throws IOException {
        while (now >= nextDue) {
            punctuality.sent(now - nextDue);
            nextDue += FRAME_NANOS;
            int length = voice.next(payload);
            out.clear();
            out.put((byte) 0x80).put((byte) (sent == 0 ? payloadType | 0x80 : payloadType)).putShort((short) sent)
                    .putInt(sent * FRAME_SAMPLES).putInt(0x31C00000 + number).put(payload, 0, length).flip();
            channel.send(out, leg);
            sent++;
        }
    }

    /** Takes all that is there. */
    void receive(long now, Arrivals arrivals, Punctuality punctuality) throws IOException {
        in.clear();
        while (channel.receive(in) != null) {
            hear(in.position(), now, arrivals, punctuality);
            in.clear();
        }
    }

    private void hear(int length, long now, Arrivals arrivals, Punctuality punctuality) {
        if (taken.took(packet, length, now, arrivals, punctuality)) {
            ear.hear(packet, HEADER, length);
        }
    }

    void close() throws IOException {
        channel.close();
    }
}
