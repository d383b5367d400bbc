package org.callwright.media.mgcp.gateway;

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

/** A phone at the other end of an RTP connection: mu-law and telephone-events (101). */
final class Caller implements AutoCloseable {

    private static final int FRAME = 160;
    private static final byte SILENCE = (byte) 0xFF;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final List<byte[]> heard = new CopyOnWriteArrayList<>();
    private InetSocketAddress gateway;
    private int sequence = 1000;
    private int timestamp = 8000;

    Caller() throws IOException {
        Thread thread = new Thread(() -> {
            byte[] buffer = new byte[2048];
            while (!socket.isClosed()) {
                try {
                    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                    socket.receive(packet);
                    heard.add(Arrays.copyOfRange(buffer, 12, packet.getLength()));
                } catch (IOException e) {
                    return;
                }
            }
        }, "caller");
        thread.setDaemon(true);
        thread.start();
    }

    /** A description of ours, offer or answer. */
    String description() {
        return "v=0\r\no=phone 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                + socket.getLocalPort() + " RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n";
    }

    /** Takes the gateway's description. */
    Caller sendTo(String description) {
        String media = description.lines().filter(line -> line.startsWith("m=audio ")).findFirst().orElseThrow();
        gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(media.split(" ")[1]));
        return this;
    }

    /** The port that it sends to. */
    int gatewayPort() {
        return gateway.getPort();
    }

    /** Says something that is loud, in 20 ms packets at their time. */
    Caller talk(int packets) throws IOException {
        byte[] payload = new byte[FRAME];
        long next = System.nanoTime();
        for (int i = 0; i < packets; i++) {
            for (int at = 0; at < FRAME; at++) {
                payload[at] = (byte) (at % 16 < 8 ? 0x10 : 0x90);
            }
            packet(0, payload);
            timestamp += FRAME;
            next += 20_000_000;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        return this;
    }

    /** Presses keys, each with the beginning and three ends of its event. */
    Caller press(String keys) throws IOException {
        for (char key : keys.toCharArray()) {
            byte event = (byte) "0123456789*#ABCD".indexOf(key);
            packet(101, new byte[] {event, 10, 0, (byte) FRAME});
            for (int i = 0; i < 3; i++) {
                packet(101, new byte[] {event, (byte) 0x8A, 3, 32});
            }
            timestamp += 1600;
        }
        return this;
    }

    private void packet(int payloadType, byte[] payload) throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload.length);
        packet.put((byte) 0x80).put((byte) payloadType).putShort((short) sequence++).putInt(timestamp)
                .putInt(0x1234).put(payload);
        socket.send(new DatagramPacket(packet.array(), packet.position(), gateway));
    }

    int packets() {
        return heard.size();
    }

    /** How many packets held sound. */
    long loudPackets() {
        return heard.stream().filter(Caller::loud).count();
    }

    private static boolean loud(byte[] payload) {
        int loud = 0;
        for (byte code : payload) {
            if (code != SILENCE && code != 0x7F) {
                loud++;
            }
        }
        return loud > payload.length / 2;
    }

    @Override
    public void close() {
        socket.close();
    }
}
