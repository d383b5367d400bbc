package org.callwright.media.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * The other end of a leg: one RTP and one RTCP socket. Keeps every packet that comes; sends what a test tells it to,
 * with time stamps and numbers under the test's control. Sending is paced by the clock but nothing depends on how well.
 */
final class RtpPeer implements AutoCloseable {

    static final int FRAME = 160;

    private final DatagramSocket rtp;
    private final DatagramSocket rtcp;
    private final List<Packet> received = new CopyOnWriteArrayList<>();
    private final List<Packet> reports = new CopyOnWriteArrayList<>();
    int sequence = 65_530;
    int timestamp = 0xFFFF_F000;
    int ssrc = 0x1234_5678;
    int payloadType;
    private InetSocketAddress remote;

    /** A received packet; {@code arrival} is System.nanoTime. */
    record Packet(byte[] bytes, long arrival) {

        int payloadType() {
            return bytes[1] & 0x7F;
        }

        boolean marker() {
            return bytes[1] < 0;
        }

        int sequence() {
            return ByteBuffer.wrap(bytes).getShort(2) & 0xFFFF;
        }

        int timestamp() {
            return ByteBuffer.wrap(bytes).getInt(4);
        }

        int ssrc() {
            return ByteBuffer.wrap(bytes).getInt(8);
        }

        byte[] payload() {
            return Arrays.copyOfRange(bytes, 12, bytes.length);
        }
    }

    RtpPeer() throws IOException {
        InetAddress local = InetAddress.getLoopbackAddress();
        DatagramSocket first = null;
        DatagramSocket second = null;
        for (int tries = 0; second == null && tries < 50; tries++) {
            first = new DatagramSocket(0, local);
            try {
                second = new DatagramSocket(first.getLocalPort() + 1, local);
            } catch (IOException e) {
                first.close();
            }
        }
        rtp = first;
        rtcp = second;
        receive(rtp, received);
        receive(rtcp, reports);
    }

    private static void receive(DatagramSocket socket, List<Packet> packets) {
        Thread thread = new Thread(() -> {
            byte[] buffer = new byte[2048];
            while (!socket.isClosed()) {
                try {
                    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                    socket.receive(packet);
                    packets.add(new Packet(Arrays.copyOf(buffer, packet.getLength()), System.nanoTime()));
                } catch (IOException e) {
                    return;
                }
            }
        }, "rtp-peer");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return rtp.getLocalPort();
    }

    /** Where to send, from a description of the driver's. */
    RtpPeer sendTo(String sdp) {
        return sendTo(Sdp.port(sdp));
    }

    RtpPeer sendTo(int port) {
        remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return this;
    }

    /** An offer of ours with these formats and further lines of the audio section. */
    String offer(String formats, String... lines) {
        return Sdp.of(port(), formats, lines);
    }

    List<Packet> received() {
        return received;
    }

    List<Packet> reports() {
        return reports;
    }

    /** One packet with everything given. */
    void packet(int number, int stamp, boolean marker, int type, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload.length);
        packet.put((byte) 0x80).put((byte) (marker ? type | 0x80 : type)).putShort((short) number).putInt(stamp);
        packet.putInt(ssrc).put(payload);
        raw(packet.array());
    }

    void raw(byte[] bytes) {
        try {
            rtp.send(new DatagramPacket(bytes, bytes.length, remote));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends codes in 20 ms packets at their time. */
    void send(byte[] codes) {
        sendTogether(new byte[][] {codes}, this);
    }

    /** Sends one frame at once and counts on. */
    void frame(byte[] codes) {
        packet(sequence++, timestamp, false, payloadType, codes);
        timestamp += codes.length;
    }

    /** The frame is lost on its way: counts on and sends nothing. */
    void lose(int samples) {
        sequence++;
        timestamp += samples;
    }

    void rtcp(byte[] bytes, int port) throws IOException {
        rtcp.send(new DatagramPacket(bytes, bytes.length, new InetSocketAddress(remote.getAddress(), port)));
    }

    /** Sends frames at their time, one of each peer's codes every 20 ms. */
    static void sendTogether(byte[][] codes, RtpPeer... peers) {
        long next = System.nanoTime();
        for (int at = 0; at + FRAME <= codes[0].length; at += FRAME) {
            for (int i = 0; i < peers.length; i++) {
                peers[i].frame(Arrays.copyOfRange(codes[i], at, at + FRAME));
            }
            next += 20_000_000;
            waitUntil(next);
        }
    }

    /** Sends packets of 20 ms each, whatever their size, at their time. */
    void sendPackets(List<byte[]> payloads) {
        long next = System.nanoTime();
        for (byte[] payload : payloads) {
            packet(sequence++, timestamp, false, payloadType, payload);
            timestamp += FRAME;
            next += 20_000_000;
            waitUntil(next);
        }
    }

    /** Sends codes two packets at a time, every 40 ms. */
    void sendInPairs(byte[] codes) {
        long next = System.nanoTime();
        for (int at = 0; at + 2 * FRAME <= codes.length; at += 2 * FRAME) {
            frame(Arrays.copyOfRange(codes, at, at + FRAME));
            frame(Arrays.copyOfRange(codes, at + FRAME, at + 2 * FRAME));
            next += 40_000_000;
            waitUntil(next);
        }
    }

    private static void waitUntil(long nanoTime) {
        while (System.nanoTime() < nanoTime) {
            LockSupport.parkNanos(nanoTime - System.nanoTime());
        }
    }

    /** The payloads that came since so many packets, one behind the other. */
    byte[] payloadsSince(int packets) {
        ByteArrayOutputStream payloads = new ByteArrayOutputStream();
        List<Packet> all = List.copyOf(received);
        all.subList(Math.min(packets, all.size()), all.size()).forEach(packet -> payloads.writeBytes(packet.payload()));
        return payloads.toByteArray();
    }

    /** All audio received, by time stamp; frames that are missing are zero. */
    short[] heard() {
        List<Packet> packets = List.copyOf(received);
        if (packets.isEmpty()) {
            return new short[0];
        }
        int first = packets.get(0).timestamp();
        int end = 0;
        for (Packet packet : packets) {
            end = Math.max(end, packet.timestamp() - first + packet.payload().length);
        }
        short[] samples = new short[end];
        for (Packet packet : packets) {
            short[] decoded = Mulaw.decode(packet.payload());
            System.arraycopy(decoded, 0, samples, packet.timestamp() - first, decoded.length);
        }
        return samples;
    }

    @Override
    public void close() {
        rtp.close();
        rtcp.close();
    }
}
