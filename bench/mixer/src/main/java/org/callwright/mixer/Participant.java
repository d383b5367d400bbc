package org.callwright.mixer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import org.callwright.load.audio.AudioVerdict;
import org.callwright.load.audio.MarkedAudioReader;
import org.callwright.load.audio.MarkedFrame;
import org.callwright.load.report.Histogram;
import org.callwright.load.rtp.Punctuality;

/** A member's phone: sends a frame every 20 ms, marked when it speaks and silent when not; judges what it hears. */
final class Participant {

    private static final long FRAME_NANOS = 20_000_000L;
    private static final int HEADER = 12;
    private static final byte SILENCE = (byte) 0xFF;

    private final int number;
    private final boolean speaks;
    private final Punctuality punctuality;
    private final DatagramChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(HEADER + MarkedFrame.SAMPLES);
    private final byte[] packet = new byte[1500];
    private final ByteBuffer in = ByteBuffer.wrap(packet);
    private final byte[] frame = new byte[MarkedFrame.SAMPLES];
    private MarkedAudioReader reader = new MarkedAudioReader();
    private Histogram between = new Histogram();
    private InetSocketAddress leg;
    private long nextDue;
    private int sent;
    private long lastArrival;

    Participant(int number, boolean speaks, Selector selector, Punctuality punctuality) throws IOException {
        this.number = number;
        this.speaks = speaks;
        this.punctuality = punctuality;
        channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
        Arrays.fill(frame, SILENCE);
    }

    int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    boolean speaks() {
        return speaks;
    }

    void start(int legPort, long firstDue) {
        leg = new InetSocketAddress("127.0.0.1", legPort);
        nextDue = firstDue;
    }

    /** Sends what is due by now. */
    void send(long now) throws IOException {
        while (now >= nextDue) {
            punctuality.sent(now - nextDue);
            nextDue += FRAME_NANOS;
            if (speaks) {
                MarkedFrame.write(number, sent, frame, 0);
            }
            out.clear();
            out.put((byte) 0x80).put((byte) (sent == 0 ? 0x80 : 0)).putShort((short) sent)
                    .putInt(sent * MarkedFrame.SAMPLES).putInt(0x31C00000 + number).put(frame).flip();
            channel.send(out, leg);
            sent++;
        }
    }

    /** Takes all that is there. */
    void receive(long now) throws IOException {
        in.clear();
        while (channel.receive(in) != null) {
            if (lastArrival != 0) {
                between.add((now - lastArrival) / 1000);
            }
            lastArrival = now;
            reader.accept(packet, HEADER, in.position());
            in.clear();
        }
    }

    /**
     * What was heard before does not count.
     *
     * @param arrivals takes the times between two packets from now on
     */
    void judgeFromNow(Histogram arrivals) {
        reader = new MarkedAudioReader();
        between = arrivals;
    }

    AudioVerdict heard() {
        return reader.verdict();
    }
}
