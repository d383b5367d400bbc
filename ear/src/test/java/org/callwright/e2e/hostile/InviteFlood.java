package org.callwright.e2e.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.callwright.e2e.ServerUnderTest;

/**
 * Requests from one address at a steady rate, each of a call of its own; nobody listens to the answers but a counter.
 */
final class InviteFlood implements AutoCloseable {

    private static final long SLICE_NANOS = 10_000_000;

    private final DatagramSocket socket;
    private final String text;
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final Thread sender;
    private volatile boolean running = true;
    private volatile int sent;

    /** @param text of a request, in which {@code {id}} and {@code {port}} are filled in */
    private InviteFlood(String address, int perSecond, String text) {
        this.text = text;
        try {
            socket = new DatagramSocket(0, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::count);
        sender = daemon(() -> send(perSecond));
    }

    static InviteFlood of(String address, int perSecond, String text) {
        return new InviteFlood(address, perSecond, text);
    }

    /** An INVITE to that number, from that address. */
    static String invite(String number, String address) {
        return String.join("\r\n",
                "INVITE sip:" + number + "@127.0.0.1 SIP/2.0",
                "Via: SIP/2.0/UDP " + address + ":{port};branch=z9hG4bK{id}",
                "Max-Forwards: 70",
                "From: <sip:flood@" + address + ">;tag={id}",
                "To: <sip:" + number + "@127.0.0.1>",
                "Call-ID: {id}",
                "CSeq: 1 INVITE",
                "Contact: <sip:flood@" + address + ":{port}>",
                "Content-Length: 0", "", "");
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "invite-flood");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void send(int perSecond) {
        long start = System.nanoTime();
        while (running) {
            long due = (System.nanoTime() - start) / SLICE_NANOS * perSecond * SLICE_NANOS / 1_000_000_000L;
            for (; running && sent < due; sent++) {
                String id = "flood" + Long.toHexString(ThreadLocalRandom.current().nextLong());
                byte[] bytes = text.replace("{id}", id).replace("{port}", String.valueOf(socket.getLocalPort()))
                        .getBytes(StandardCharsets.ISO_8859_1);
                try {
                    socket.send(new DatagramPacket(bytes, bytes.length, ServerUnderTest.sip()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            LockSupport.parkNanos(SLICE_NANOS);
        }
    }

    private void count() {
        DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
        while (!socket.isClosed()) {
            try {
                packet.setLength(4_096);
                socket.receive(packet);
                String status = new String(packet.getData(), 8, 3, StandardCharsets.ISO_8859_1);
                answers.merge(Integer.parseInt(status), 1, Integer::sum);
            } catch (IOException closed) {
                return;
            }
        }
    }

    int sent() {
        return sent;
    }

    /** How often each status came, repeated ones too. */
    Map<Integer, Integer> answers() {
        return Map.copyOf(answers);
    }

    @Override
    public void close() {
        running = false;
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        socket.close();
    }
}
