package org.callwright.phone.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** SIP over UDP: one socket, one reading thread. */
public final class UdpTransport implements SipTransport {

    private static final int MAX_DATAGRAM = 65_535;

    private final DatagramSocket socket;

    /** Binds at once; port 0 takes a free one. */
    public UdpTransport(InetSocketAddress bind) {
        try {
            socket = new DatagramSocket(bind);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bind SIP/UDP " + bind, e);
        }
    }

    @Override
    public void start(Receiver receiver) {
        Thread reader = new Thread(() -> read(receiver), "phone-udp-" + socket.getLocalPort());
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Receiver receiver) {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
        while (!socket.isClosed()) {
            try {
                packet.setLength(MAX_DATAGRAM);
                socket.receive(packet);
                byte[] data = Arrays.copyOf(packet.getData(), packet.getLength());
                InetSocketAddress source = (InetSocketAddress) packet.getSocketAddress();
                SipReader.datagram(data, data.length).ifPresent(message -> receiver.received(message, source));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void send(SipMessage message, InetSocketAddress target) {
        byte[] bytes = message.toBytes();
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, target));
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException("cannot send to " + target, e);
            }
        }
    }

    @Override
    public String name() {
        return "UDP";
    }

    @Override
    public boolean reliable() {
        return false;
    }

    @Override
    public InetSocketAddress localAddress() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void close() {
        socket.close();
    }
}
