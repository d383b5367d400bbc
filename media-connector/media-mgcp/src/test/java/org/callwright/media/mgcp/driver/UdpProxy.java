package org.callwright.media.mgcp.driver;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a call agent and a gateway, each of which takes it for the other. By its chances it loses, doubles and
 * delays datagrams, and what is delayed is overtaken by what comes after it.
 */
final class UdpProxy implements AutoCloseable {

    private static final int MAX_DELAY_MS = 40;

    private final DatagramSocket towardsAgent;
    private final DatagramSocket towardsGateway;
    private final Random random;
    private final double chance;
    private final AtomicInteger mischief = new AtomicInteger();
    private final ScheduledExecutorService delays = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "proxy-delays");
        thread.setDaemon(true);
        return thread;
    });
    private volatile SocketAddress agent;
    private volatile SocketAddress gateway;

    /** @param chance of each kind of mischief for each datagram, 0 to 1 */
    UdpProxy(long seed, double chance) throws IOException {
        random = new Random(seed);
        this.chance = chance;
        towardsAgent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        towardsGateway = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        forward(towardsAgent, true);
        forward(towardsGateway, false);
    }

    /** Where the call agent finds the gateway. */
    String serverName() {
        return "127.0.0.1:" + towardsAgent.getLocalPort();
    }

    /** Where the gateway finds the call agent. */
    String notifiedEntity() {
        return "[127.0.0.1]:" + towardsGateway.getLocalPort();
    }

    void gateway(InetSocketAddress address) {
        gateway = address;
    }

    /** How many datagrams were lost, doubled or delayed. */
    int mischief() {
        return mischief.get();
    }

    private void forward(DatagramSocket from, boolean fromAgent) {
        Thread thread = new Thread(() -> {
            byte[] buffer = new byte[65_536];
            while (!from.isClosed()) {
                try {
                    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                    from.receive(packet);
                    if (fromAgent) {
                        agent = packet.getSocketAddress();
                    }
                    pass(Arrays.copyOf(buffer, packet.getLength()), fromAgent);
                } catch (IOException e) {
                    if (from.isClosed()) {
                        return;
                    }
                }
            }
        }, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void pass(byte[] datagram, boolean fromAgent) {
        if (hit()) {
            return;
        }
        int copies = hit() ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            int delay = hit() ? 1 + random.nextInt(MAX_DELAY_MS) : 0;
            if (delay == 0) {
                send(datagram, fromAgent);
            } else {
                delays.schedule(() -> send(datagram, fromAgent), delay, TimeUnit.MILLISECONDS);
            }
        }
    }

    private boolean hit() {
        boolean hit = random.nextDouble() < chance;
        if (hit) {
            mischief.incrementAndGet();
        }
        return hit;
    }

    private void send(byte[] datagram, boolean fromAgent) {
        SocketAddress to = fromAgent ? gateway : agent;
        if (to == null) {
            return;
        }
        try {
            (fromAgent ? towardsGateway : towardsAgent).send(new DatagramPacket(datagram, datagram.length, to));
        } catch (IOException e) {
            mischief.incrementAndGet();
        }
    }

    @Override
    public void close() {
        delays.shutdownNow();
        towardsAgent.close();
        towardsGateway.close();
    }
}
