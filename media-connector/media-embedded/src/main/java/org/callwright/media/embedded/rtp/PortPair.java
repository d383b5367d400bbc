package org.callwright.media.embedded.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/** The two sockets of a leg, bound to an even port and the odd one above it. */
public final class PortPair implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 256 * 1024;

    private final int port;
    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;

    private PortPair(int port, DatagramChannel rtp, DatagramChannel rtcp) {
        this.port = port;
        this.rtp = rtp;
        this.rtcp = rtcp;
    }

    /** Opens both, or neither. */
    static PortPair bind(InetAddress address, int port) throws IOException {
        DatagramChannel rtp = channel(address, port);
        try {
            return new PortPair(port, rtp, channel(address, port + 1));
        } catch (IOException e) {
            rtp.close();
            throw e;
        }
    }

    private static DatagramChannel channel(InetAddress address, int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open(address.getAddress().length == 4
                ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            return channel.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    public DatagramChannel rtp() {
        return rtp;
    }

    public DatagramChannel rtcp() {
        return rtcp;
    }

    @Override
    public void close() {
        closeQuietly(rtp);
        closeQuietly(rtcp);
    }

    private static void closeQuietly(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(PortPair.class.getName()).log(System.Logger.Level.DEBUG, "closing a socket", e);
        }
    }
}
