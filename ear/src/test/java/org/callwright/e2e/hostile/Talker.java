package org.callwright.e2e.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callwright.phone.CallOptions;
import org.callwright.phone.PhoneCall;

/**
 * The audio of a call packet by packet: a socket of its own, which the offer names, and RTP written by hand. The phone
 * does the signalling and sends no audio.
 */
final class Talker implements AutoCloseable {

    static final int FRAME = 160;
    static final int PCMU = 0;
    static final int EVENTS = 101;
    static final long TICK_NANOS = 20_000_000;
    private static final String OFFER = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio %d RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\n";
    private static final Pattern PORT = Pattern.compile("(?m)^m=audio (\\d+) ");

    private final DatagramSocket socket;
    private final int ssrc;
    private InetSocketAddress target;
    private int sequence = 1_000;
    private int timestamp = 50_000;

    private Talker(DatagramSocket socket, int ssrc) {
        this.socket = socket;
        this.ssrc = ssrc;
    }

    static Talker at(String address, int ssrc) {
        try {
            return new Talker(new DatagramSocket(0, InetAddress.getByName(address)), ssrc);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a call whose audio is this one's is placed. */
    CallOptions options() {
        return CallOptions.defaults().sdp(OFFER.formatted(socket.getLocalPort())).withoutSilence();
    }

    /** Talks to where the answer of the call says. */
    Talker towards(PhoneCall call) {
        Matcher port = PORT.matcher(call.lastResponse().orElseThrow().bodyText());
        if (!port.find()) {
            throw new AssertionError("no audio in the answer");
        }
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)));
        return this;
    }

    /** Sends 20 ms of mu-law. */
    void frame(byte[] ulaw) {
        send(packet(PCMU, false, sequence++, timestamp, ssrc, ulaw));
        timestamp += FRAME;
    }

    /** Sends one packet of a telephone event that begins now. */
    void event(int key, boolean end, int duration) {
        byte[] payload = {(byte) key, (byte) (end ? 0x8A : 0x0A), (byte) (duration >> 8), (byte) duration};
        send(packet(EVENTS, false, sequence++, timestamp, ssrc, payload));
    }

    /** Time passes without a packet. */
    void skip(int samples) {
        timestamp += samples;
    }

    void send(byte[] datagram) {
        sendTo(target, datagram);
    }

    /** To the port of RTCP. */
    void sendControl(byte[] datagram) {
        sendTo(new InetSocketAddress(target.getAddress(), target.getPort() + 1), datagram);
    }

    private void sendTo(InetSocketAddress where, byte[] datagram) {
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, where));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A datagram that looks as if the talker had sent it. */
    byte[] next(byte[] ulaw) {
        return packet(PCMU, false, sequence, timestamp, ssrc, ulaw);
    }

    static byte[] packet(int payloadType, boolean marker, int sequence, int timestamp, int ssrc, byte[] payload) {
        return ByteBuffer.allocate(12 + payload.length).put((byte) 0x80)
                .put((byte) (payloadType | (marker ? 0x80 : 0))).putShort((short) sequence).putInt(timestamp)
                .putInt(ssrc).put(payload).array();
    }

    /** Runs the task for each tick of 20 ms, by deadlines that do not move. */
    static void eachTick(int ticks, IntConsumer task) {
        long start = System.nanoTime();
        for (int i = 0; i < ticks; i++) {
            task.accept(i);
            long due = start + (i + 1) * TICK_NANOS;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
