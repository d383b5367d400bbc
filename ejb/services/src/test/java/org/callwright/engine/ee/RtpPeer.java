package org.callwright.engine.ee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The far end of a call's audio: counts loud PCMU packets and sends some when asked. */
final class RtpPeer implements AutoCloseable {

    private static final byte MU_LAW_SILENCE = (byte) 0xFF;

    final AtomicInteger loudPackets = new AtomicInteger();
    private final DatagramSocket socket;

    RtpPeer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        Thread receiver = new Thread(this::receive, "rtp-peer");
        receiver.setDaemon(true);
        receiver.start();
    }

    String offer() {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                + socket.getLocalPort() + " RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\na=sendrecv\r\n";
    }

    /** Sends so many packets of 20 ms of a loud square wave, at once; the receiver orders them by their timestamps. */
    void send(String answer, int packets) throws IOException {
        Matcher port = Pattern.compile("m=audio (\\d+)").matcher(answer);
        if (!port.find()) {
            throw new IllegalArgumentException(answer);
        }
        InetSocketAddress to = new InetSocketAddress("127.0.0.1", Integer.parseInt(port.group(1)));
        for (int number = 0; number < packets; number++) {
            byte[] packet = new byte[172];
            packet[0] = (byte) 0x80;
            packet[3] = (byte) number;
            int timestamp = 160 * number;
            packet[5] = (byte) (timestamp >> 16);
            packet[6] = (byte) (timestamp >> 8);
            packet[7] = (byte) timestamp;
            packet[11] = 42;
            for (int i = 12; i < packet.length; i++) {
                packet[i] = (byte) (i % 8 < 4 ? 0x8A : 0x0A);
            }
            socket.send(new DatagramPacket(packet, packet.length, to));
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private void receive() {
        byte[] buffer = new byte[2_000];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                if (packet.getLength() == 172 && (buffer[100] | 0x80) != MU_LAW_SILENCE) {
                    loudPackets.incrementAndGet();
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
