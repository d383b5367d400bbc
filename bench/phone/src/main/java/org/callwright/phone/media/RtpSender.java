package org.callwright.phone.media;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The packets of one stream: one at each tick, every 20 ms. With nothing else to send it sends silence, unless told not
 * to; timestamps run on either way. While the negotiated direction forbids sending, queued audio passes unheard, as
 * with a muted microphone. One thread ticks; any may queue and negotiate.
 */
final class RtpSender implements Outgoing.Wire {

    static final int FRAME = 160;

    /** What is sent and how; replaced as a whole at each negotiation. */
    record Settings(Codec codec, int payloadType, int eventType, boolean sending) {

        /** What two descriptions have agreed on. */
        static Settings of(SessionDescription own, SessionDescription remote, List<Codec> codecs) {
            Format audio = remote.firstAudio(codecs)
                    .orElseThrow(() -> new IllegalStateException("no common codec in " + remote.formats()));
            boolean sending = own.direction().sends() && remote.direction().answered().sends()
                    && !remote.heldByAddress() && remote.port() != 0;
            int eventType = remote.telephoneEvent().filter(format -> own.telephoneEvent().isPresent())
                    .map(Format::payloadType).orElse(-1);
            return new Settings(Codec.of(audio).orElseThrow(), audio.payloadType(), eventType, sending);
        }

        boolean telephoneEvents() {
            return eventType >= 0;
        }
    }

    private final Consumer<byte[]> socket;
    private final Queue<Outgoing> queue = new ConcurrentLinkedQueue<>();
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private final boolean silence;
    private int sequence = ThreadLocalRandom.current().nextInt(1, 30_000);
    private int timestamp = ThreadLocalRandom.current().nextInt();
    private boolean talking;
    private volatile Settings settings;
    private volatile boolean muted;
    private volatile boolean finished;
    private volatile long sent;

    RtpSender(Consumer<byte[]> socket, boolean silence) {
        this.socket = socket;
        this.silence = silence;
    }

    void use(Settings newSettings) {
        settings = newSettings;
    }

    boolean negotiated() {
        return settings != null;
    }

    boolean telephoneEvents() {
        return negotiated() && settings.telephoneEvents();
    }

    /** Sends the packet that is due; nothing before the first negotiation. */
    void tick() {
        if (finished || settings == null) {
            return;
        }
        Outgoing item = queue.peek();
        if (item != null) {
            if (item.tick(this)) {
                queue.remove();
                item.done().complete(null);
            }
        } else if (silence && settings.sending()) {
            audio(new short[FRAME]);
        } else {
            talking = false;
        }
        timestamp += FRAME;
    }

    @Override
    public void audio(short[] frame) {
        Settings now = settings;
        send(now.payloadType(), !talking, timestamp, now.codec().encode(frame));
        talking = true;
    }

    @Override
    public void event(byte[] payload, boolean first, int ticksSinceStart) {
        send(settings.eventType(), first, timestamp - ticksSinceStart * FRAME, payload);
        talking = true;
    }

    private void send(int payloadType, boolean marker, int packetTimestamp, byte[] payload) {
        sequence = sequence + 1 & 0xFFFF;
        if (!muted && settings.sending()) {
            socket.accept(new RtpPacket(payloadType, marker, sequence, packetTimestamp, ssrc, payload).toBytes());
            sent++;
        }
    }

    CompletableFuture<Void> enqueue(Outgoing item) {
        queue.add(item);
        if (finished) {
            item.done().complete(null);
        }
        return item.done();
    }

    /** Goes on with its clock but lets nothing out: a dead peer. */
    void mute(boolean dead) {
        muted = dead;
    }

    long sent() {
        return sent;
    }

    /** Sends nothing any more; what still waits counts as done. */
    void finish() {
        finished = true;
        queue.forEach(item -> item.done().complete(null));
    }
}
