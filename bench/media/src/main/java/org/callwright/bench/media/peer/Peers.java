package org.callwright.bench.media.peer;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.callwright.load.rtp.Arrivals;
import org.callwright.load.rtp.Punctuality;

/** All peers, on the thread that asks: it sends what is due and reads what has come, in rounds of less than 1 ms. */
public final class Peers implements AutoCloseable {

    private static final long FRAME_NANOS = 20_000_000L;
    private static final long ROUND = 400_000;

    private final Selector selector;
    private final List<Peer> peers = new ArrayList<>();
    private Punctuality punctuality = new Punctuality();
    private Arrivals arrivals = new Arrivals();

    public Peers() throws IOException {
        selector = Selector.open();
    }

    /** One more, which is heard and hears in that payload type. */
    public Peer add(int payloadType, Voice voice) throws IOException {
        Peer peer = new Peer(peers.size(), payloadType, voice, selector);
        peers.add(peer);
        return peer;
    }

    public List<Peer> all() {
        return List.copyOf(peers);
    }

    /** All know whom they talk to and begin, evenly within 20 ms. */
    public void begin() {
        long now = System.nanoTime();
        for (int i = 0; i < peers.size(); i++) {
            peers.get(i).begin(now + i * FRAME_NANOS / peers.size());
        }
    }

    /** What was counted so far does not count; arrivals do from now on. */
    public void count() {
        punctuality = new Punctuality();
        arrivals = new Arrivals();
        arrivals.open(true);
    }

    /** When the peers' thread sent and came round. */
    public Punctuality punctuality() {
        return punctuality;
    }

    /** What all of them heard. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** Talks and listens for so long. */
    public void run(long nanos) throws IOException {
        long until = System.nanoTime() + nanos;
        long now = System.nanoTime();
        while (now < until) {
            round(now);
            LockSupport.parkNanos(ROUND);
            now = System.nanoTime();
        }
    }

    private void round(long now) throws IOException {
        punctuality.round(now);
        for (int i = 0; i < peers.size(); i++) {
            peers.get(i).send(now, punctuality);
        }
        selector.selectNow();
        for (SelectionKey key : selector.selectedKeys()) {
            ((Peer) key.attachment()).receive(now, arrivals, punctuality);
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        for (Peer peer : peers) {
            peer.close();
        }
        selector.close();
    }
}
