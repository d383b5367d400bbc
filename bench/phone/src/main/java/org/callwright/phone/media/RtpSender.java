package org.callwright.phone.media;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Sends one packet every 20 ms by absolute deadlines, so a late one does not shift the next. With nothing else to send
 * it sends silence, unless told not to; timestamps run on either way. While the negotiated direction forbids sending,
 * queued audio passes unheard, as with a muted microphone.
 */
final class RtpSender implements Outgoing.Wire {

    static final int FRAME = 160;
    private static final long TICK_NANOS = 20_000_000;

    /** What is sent and how; replaced as a whole at each negotiation. */
    record Settings(Codec codec, int payloadType, int eventType, boolean sending) {
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
    private volatile boolean running = true;
    private volatile long sent;
    private volatile Thread thread;

    RtpSender(Consumer<byte[]> socket, boolean silence) {
        this.socket = socket;
        this.silence = silence;
    }

    synchronized void use(Settings newSettings) {
        settings = newSettings;
        if (thread == null) {
            thread = new Thread(this::run, "phone-rtp-send");
            thread.setDaemon(true);
            thread.setPriority(Thread.MAX_PRIORITY);
            thread.start();
        }
    }

    private void run() {
        long deadline = System.nanoTime();
        while (running) {
            tick();
            timestamp += FRAME;
            deadline += TICK_NANOS;
            for (long wait = deadline - System.nanoTime(); wait > 0 && running; wait = deadline - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
        }
        queue.forEach(item -> item.done().complete(null));
    }

    private void tick() {
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
        if (!running) {
            item.done().complete(null);
        }
        return item.done();
    }

    /** Goes on with its clock but lets nothing out: a dead peer. */
    void mute(boolean dead) {
        muted = dead;
    }

    boolean started() {
        return thread != null;
    }

    long sent() {
        return sent;
    }

    void stop() {
        running = false;
        LockSupport.unpark(thread);
    }
}
