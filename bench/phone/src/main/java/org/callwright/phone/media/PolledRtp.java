package org.callwright.phone.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The audio stream of one call without a thread: who has many calls moves all of them by one {@link Metronome}. Keeps
 * nothing of what it hears.
 */
public final class PolledRtp implements AutoCloseable {

    private static final int DIGIT_TICKS = 8;
    private static final int DIGIT_PAUSE_TICKS = 4;
    private static final int ATTEMPTS = 100;

    private final DatagramChannel channel;
    private final RtpSender sender = new RtpSender(this::send, true);
    private final Map<Integer, Codec> codecs = new ConcurrentHashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(2048);
    private volatile InetSocketAddress peer;

    /** Opens a socket on a free even port. */
    public PolledRtp(InetAddress local) {
        try {
            channel = bindEvenPort(local);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bind RTP on " + local, e);
        }
    }

    private static DatagramChannel bindEvenPort(InetAddress local) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            DatagramChannel candidate = DatagramChannel.open();
            candidate.bind(new InetSocketAddress(local, 0));
            if (port(candidate) % 2 == 0) {
                candidate.configureBlocking(false);
                return candidate;
            }
            candidate.close();
        }
        throw new IOException("no even port is free");
    }

    private static int port(DatagramChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    public int localPort() {
        try {
            return port(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins or changes sending, after an offer and an answer met. */
    public void negotiated(SessionDescription own, SessionDescription remote, List<Codec> allowed) {
        RtpSender.Settings settings = RtpSender.Settings.of(own, remote, allowed);
        List.of(own, remote).forEach(description -> description.formats().forEach(format ->
                Codec.of(format).ifPresent(codec -> codecs.put(format.payloadType(), codec))));
        if (settings.sending()) {
            peer = new InetSocketAddress(remote.address(), remote.port());
        }
        sender.use(settings);
    }

    /** Queues samples. */
    public void say(short[] samples) {
        sender.enqueue(Outgoing.audio(samples));
    }

    /** Queues a key of 160 ms, by RFC 4733 or, when that was not negotiated, as its two tones. */
    public void press(char key) {
        if (sender.telephoneEvents()) {
            sender.enqueue(Outgoing.digit(key, DIGIT_TICKS, DIGIT_PAUSE_TICKS));
        } else {
            say(Tones.dtmf(key, Duration.ofMillis(DIGIT_TICKS * Metronome.TICK_MILLIS)));
            say(Tones.silence(Duration.ofMillis(DIGIT_PAUSE_TICKS * Metronome.TICK_MILLIS)));
        }
    }

    /**
     * Takes all packets that have come and sends the one that is due.
     *
     * @param heard gets the samples of each packet with audio
     * @return how many packets have come
     */
    public int tick(Consumer<short[]> heard) {
        int packets = 0;
        try {
            buffer.clear();
            while (channel.receive(buffer) != null) {
                packets++;
                RtpPacket.parse(buffer.array(), buffer.position()).ifPresent(packet -> decode(packet, heard));
                buffer.clear();
            }
        } catch (IOException e) {
            // Like loss on the way.
        }
        sender.tick();
        return packets;
    }

    private void decode(RtpPacket packet, Consumer<short[]> heard) {
        Codec codec = codecs.get(packet.payloadType());
        if (codec != null) {
            heard.accept(codec.decode(packet.payload()));
        }
    }

    private void send(byte[] packet) {
        try {
            channel.send(ByteBuffer.wrap(packet), peer);
        } catch (IOException e) {
            // Like loss on the way: RTP is sent without knowing whether it arrives.
        }
    }

    /** Not to be called while another thread ticks. */
    @Override
    public void close() {
        sender.finish();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
