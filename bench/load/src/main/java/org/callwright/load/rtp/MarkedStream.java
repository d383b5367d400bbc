package org.callwright.load.rtp;

import static org.callwright.load.rtp.StreamArrivals.HEADER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.callwright.load.audio.AudioVerdict;
import org.callwright.load.audio.MarkedAudioReader;
import org.callwright.load.audio.MarkedFrame;

/**
 * A call's audio on a socket of its own: sends frame after frame of its marked stream every 20 ms (or nothing) and
 * judges what arrives (RFC 3550, PCMU). Bound when the call is placed, closed with it. It is never connected: that would
 * throw away what came before the answer was read.
 */
public final class MarkedStream implements RtpStream {

    private static final long FRAME_NANOS = 20_000_000L;
    private static final int PCMU = 0;

    private final int number;
    private final boolean sends;
    private final Arrivals arrivals;
    private final Punctuality punctuality;
    private final StreamArrivals taken = new StreamArrivals(PCMU);
    private final DatagramChannel channel;
    private final int port;
    private final ByteBuffer out = ByteBuffer.allocateDirect(HEADER + MarkedFrame.SAMPLES);
    private final byte[] packet = new byte[1500];
    private final ByteBuffer in = ByteBuffer.wrap(packet);
    private final byte[] frame = new byte[MarkedFrame.SAMPLES];
    private final MarkedAudioReader reader = new MarkedAudioReader();
    private InetSocketAddress peer;
    private boolean sending;
    private long nextDue;
    private int sent;

    /** @param number of the marked stream that is sent, below {@link MarkedFrame#STREAMS} */
    public MarkedStream(int number, boolean sends, Selector selector, Arrivals arrivals, Punctuality punctuality) {
        this.number = number;
        this.sends = sends;
        this.arrivals = arrivals;
        this.punctuality = punctuality;
        try {
            channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no socket for RTP", e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** Number of the marked stream. */
    public int number() {
        return number;
    }

    /** Frames sent so far. */
    public int sent() {
        return sent;
    }

    /** What arrived so far. */
    public AudioVerdict heard() {
        return reader.verdict();
    }

    @Override
    public void start(InetSocketAddress remote, long now) {
        peer = remote;
        sending = sends;
        nextDue = now;
        send(now);
    }

    @Override
    public void send(long now) {
        while (sending && now >= nextDue) {
            punctuality.sent(now - nextDue);
            nextDue += FRAME_NANOS;
            sendFrame();
        }
    }

    private void sendFrame() {
        MarkedFrame.write(number, sent, frame, 0);
        out.clear();
        out.put((byte) 0x80).put((byte) (sent == 0 ? 0x80 : 0)).putShort((short) sent)
                .putInt(sent * MarkedFrame.SAMPLES).putInt(0x10AD0000 + number).put(frame).flip();
        try {
            channel.send(out, peer);
            sent++;
        } catch (IOException e) {
            sending = false;
        }
    }

    @Override
    public void stop() {
        sending = false;
    }

    @Override
    public void close() {
        sending = false;
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all that is there. */
    public void receive(long now) {
        try {
            in.clear();
            while (channel.receive(in) != null) {
                judge(in.position(), now);
                in.clear();
            }
        } catch (IOException e) {
            sending = false;
        }
    }

    private void judge(int length, long now) {
        if (taken.took(packet, length, now, arrivals, punctuality)) {
            reader.accept(packet, HEADER, length);
        }
    }
}
