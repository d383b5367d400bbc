package org.callwright.media.embedded.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Hands out the even/odd port pairs of a range. The order is shuffled once, so that ports can't be guessed from one
 * another, and a freed pair goes to the end of the queue, so that late packets of the call before don't meet the next
 * one. A pair that somebody else holds is passed over and tried again a round later.
 */
public final class PortAllocator {

    private final InetAddress address;
    private final int min;
    private final int max;
    private final Deque<Integer> free;
    private final int total;
    private int active;

    /**
     * @param min lowest port; the first pair begins at the first even one
     * @param max highest port that may be used
     */
    public PortAllocator(InetAddress address, int min, int max, Random random) {
        this.address = address;
        this.min = min;
        this.max = max;
        List<Integer> ports = new ArrayList<>();
        for (int port = min + (min & 1); port + 1 <= max; port += 2) {
            ports.add(port);
        }
        Collections.shuffle(ports, random);
        free = new ArrayDeque<>(ports);
        total = ports.size();
    }

    /** @throws IOException when no pair of the range can be bound; the message names the range */
    public synchronized PortPair allocate() throws IOException {
        IOException last = null;
        for (int tries = free.size(); tries > 0; tries--) {
            int port = free.removeFirst();
            try {
                PortPair pair = PortPair.bind(address, port);
                active++;
                return pair;
            } catch (IOException e) {
                last = e;
                free.addLast(port);
            }
        }
        throw new IOException("no RTP port pair is free on " + address.getHostAddress() + " in " + min + "-" + max
                + " (" + active + " of " + total + " in use here"
                + (last == null ? "" : ", " + last.getMessage()) + ")");
    }

    /** Closes the pair's sockets and takes it back. */
    public synchronized void release(PortPair pair) {
        pair.close();
        free.addLast(pair.port());
        active--;
    }

    public synchronized int active() {
        return active;
    }

    public int total() {
        return total;
    }
}
