package org.callwright.phone.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The audio stream of one call: a socket on an even port, a sending and a receiving thread. Opened before the offer or
 * answer is written; sends from the first negotiation on; closed with the call.
 */
public final class RtpSession implements AutoCloseable {

    private static final int DIGIT_PAUSE_TICKS = 4;

    private final DatagramSocket socket;
    private final RtpSender sender;
    private final Metronome clock;
    private final RtpReceiver receiver = new RtpReceiver();
    private volatile InetSocketAddress peer;

    /**
     * Opens the socket.
     *
     * @param silence whether silence is sent when nothing else is
     */
    public RtpSession(InetAddress local, boolean silence) {
        socket = bindEvenPort(local);
        sender = new RtpSender(this::send, silence);
        clock = new Metronome("phone-rtp-send", sender::tick);
        Thread reader = new Thread(this::read, "phone-rtp-" + localPort());
        reader.setDaemon(true);
        reader.start();
    }

    private static DatagramSocket bindEvenPort(InetAddress local) {
        try {
            for (int attempt = 0; attempt < 100; attempt++) {
                DatagramSocket candidate = new DatagramSocket(0, local);
                if (candidate.getLocalPort() % 2 == 0) {
                    candidate.setReceiveBufferSize(1 << 18);
                    return candidate;
                }
                candidate.close();
            }
            throw new SocketException("no even port is free");
        } catch (SocketException e) {
            throw new UncheckedIOException("cannot bind RTP on " + local, e);
        }
    }

    public int localPort() {
        return socket.getLocalPort();
    }

    /** Tells what the phone itself described, so that what arrives early is understood. */
    public void expect(SessionDescription own) {
        receiver.expect(own.formats());
    }

    /** Begins or changes sending, after an offer and an answer met. */
    public void negotiated(SessionDescription own, SessionDescription remote, List<Codec> codecs) {
        expect(own);
        receiver.expect(remote.formats());
        RtpSender.Settings settings = RtpSender.Settings.of(own, remote, codecs);
        if (settings.sending()) {
            peer = new InetSocketAddress(remote.address(), remote.port());
        }
        sender.use(settings);
        clock.start();
    }

    /** Queues samples. @return done when the last packet has left, or the stream was stopped */
    public CompletableFuture<Void> send(short[] samples) {
        if (!sender.negotiated()) {
            throw new IllegalStateException("no audio was negotiated yet");
        }
        return sender.enqueue(Outgoing.audio(samples));
    }

    /** Queues a key by RFC 4733; its length is rounded up to 20 ms. */
    public CompletableFuture<Void> sendDigit(char key, int millis) {
        if (!sender.telephoneEvents()) {
            throw new IllegalStateException("telephone-event was not negotiated");
        }
        return sender.enqueue(Outgoing.digit(key, (millis + 19) / 20, DIGIT_PAUSE_TICKS));
    }

    /** Ends sending for good; what arrives is still heard. */
    public void stopSending() {
        clock.close();
        sender.finish();
    }

    /** Lets no packet out, or lets them out again. */
    public void mute(boolean dead) {
        sender.mute(dead);
    }

    public Audio heard() {
        return new Audio(receiver.timeline().snapshot());
    }

    public String digits() {
        return receiver.digits();
    }

    public RtpStatistics statistics() {
        return receiver.statistics(sender.sent());
    }

    /** How long nothing has arrived, in milliseconds; 0 before the first packet. */
    public long quietMillis() {
        return receiver.quietMillis();
    }

    private void send(byte[] packet) {
        try {
            socket.send(new DatagramPacket(packet, packet.length, peer));
        } catch (IOException e) {
            // Like loss on the way: RTP is sent without knowing whether it arrives, and the socket may just be closing.
        }
    }

    private void read() {
        DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
        while (!socket.isClosed()) {
            try {
                datagram.setLength(2048);
                socket.receive(datagram);
                RtpPacket.parse(datagram.getData(), datagram.getLength()).ifPresent(receiver::received);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        stopSending();
        socket.close();
    }
}
