package org.callwright.load.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A server as small as can be: it answers an INVITE with 200 or 503, and sends all audio back on one socket. Numbers
 * tell it what to do: {@code ends} gets a BYE after its ACK, {@code refused} a 503, {@code lost} an answer only to the
 * second INVITE, all others stay up.
 */
final class AnsweringPeer implements AutoCloseable {

    private final DatagramSocket sip = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final DatagramSocket rtp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final AtomicInteger invites = new AtomicInteger();
    private final Predicate<byte[]> passes;

    /** @param passes which RTP packets are sent back */
    AnsweringPeer(Predicate<byte[]> passes) throws IOException {
        this.passes = passes;
        start(this::signal, sip);
        start(this::echo, rtp);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) sip.getLocalSocketAddress();
    }

    private interface Step {
        void take(DatagramPacket packet) throws IOException;
    }

    private static void start(Step step, DatagramSocket socket) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
                    socket.receive(packet);
                    step.take(packet);
                }
            } catch (IOException e) {
                socket.close();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void signal(DatagramPacket packet) throws IOException {
        SipDatagram message = SipDatagram.parse(ByteBuffer.wrap(packet.getData(), 0, packet.getLength())).orElseThrow();
        if (message.isResponse()) {
            return;
        }
        String number = message.startLine();
        if (message.requestMethod().equals("INVITE")) {
            int count = invites.incrementAndGet();
            if (number.contains("refused")) {
                answer(packet, message, "503 Busy", "Retry-After: 5\r\n");
            } else if (!number.contains("lost") || count > 1) {
                answer(packet, message, "200 OK", "Contact: <sip:" + (number.contains("ends") ? "ends" : "peer")
                        + "@127.0.0.1:" + sip.getLocalPort() + ">\r\n");
            }
        } else if (message.requestMethod().equals("BYE")) {
            answer(packet, message, "200 OK", "");
        } else if (message.requestMethod().equals("ACK") && number.contains("ends")) {
            send(packet, "BYE sip:load SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK9\r\nFrom: <sip:peer>;tag=p\r\n"
                    + "To: <sip:load>\r\nCall-ID: " + message.callId() + "\r\nCSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n");
        }
    }

    private void answer(DatagramPacket packet, SipDatagram request, String status, String more) throws IOException {
        String sdp = status.startsWith("200") && request.requestMethod().equals("INVITE")
                ? "v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio " + rtp.getLocalPort() + " RTP/AVP 0\r\n" : "";
        String copied = String.join("\r\n", request.copied()).replaceFirst("(?m)^(To: [^;\r]*)$", "$1;tag=p");
        send(packet, "SIP/2.0 " + status + "\r\n" + copied + "\r\n" + more + "Content-Length: " + sdp.length()
                + "\r\n\r\n" + sdp);
    }

    private void send(DatagramPacket to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sip.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
    }

    private void echo(DatagramPacket packet) throws IOException {
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        if (passes.test(bytes)) {
            rtp.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
    }

    @Override
    public void close() {
        sip.close();
        rtp.close();
    }
}
