package org.callwright.sip.container.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

public final class UdpPhone implements Phone {
    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final InetSocketAddress server;

    public UdpPhone(int serverPort) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
    }

    @Override
    public void send(String message) throws IOException {
        send(message.getBytes(UTF_8));
    }

    public void send(byte[] datagram) throws IOException {
        socket.send(new DatagramPacket(datagram, datagram.length, server));
    }

    @Override
    public SipText receive(Duration limit) throws IOException {
        socket.setSoTimeout((int) limit.toMillis());
        DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
        socket.receive(packet);
        return new SipText(new String(packet.getData(), 0, packet.getLength(), UTF_8));
    }

    @Override
    public String sentBy() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public String transport() {
        return "UDP";
    }

    @Override
    public void close() {
        socket.close();
    }
}
