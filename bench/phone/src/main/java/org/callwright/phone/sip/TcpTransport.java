package org.callwright.phone.sip;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SIP over TCP: a listening socket and one reading thread per connection. A connection that was opened either way is
 * used for everything that goes to its far end, so responses return where the request came from.
 */
public final class TcpTransport implements SipTransport {

    private static final int CONNECT_MILLIS = 3000;

    private final ServerSocket server;
    private final Map<InetSocketAddress, Socket> connections = new ConcurrentHashMap<>();
    private volatile Receiver receiver;

    /** Binds at once; port 0 takes a free one. */
    public TcpTransport(InetSocketAddress bind) {
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(bind);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bind SIP/TCP " + bind, e);
        }
    }

    @Override
    public void start(Receiver newReceiver) {
        receiver = newReceiver;
        daemon("phone-tcp-" + server.getLocalPort(), this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                adopt(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private Socket adopt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        InetSocketAddress peer = (InetSocketAddress) socket.getRemoteSocketAddress();
        connections.put(peer, socket);
        daemon("phone-tcp-" + peer.getPort(), () -> read(socket, peer));
        return socket;
    }

    private void read(Socket socket, InetSocketAddress peer) {
        try (socket; InputStream in = new BufferedInputStream(socket.getInputStream())) {
            Optional<SipMessage> message = SipReader.stream(in);
            while (message.isPresent()) {
                receiver.received(message.get(), peer);
                message = SipReader.stream(in);
            }
        } catch (IOException e) {
            // The peer broke the connection off; the transactions that wait for it time out by themselves.
        } finally {
            connections.remove(peer, socket);
        }
    }

    @Override
    public void send(SipMessage message, InetSocketAddress target) {
        try {
            Socket socket = connection(target);
            synchronized (socket) {
                socket.getOutputStream().write(message.toBytes());
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException("cannot send to " + target, e);
            }
        }
    }

    private synchronized Socket connection(InetSocketAddress target) throws IOException {
        Socket open = connections.get(target);
        if (open != null && !open.isClosed()) {
            return open;
        }
        Socket socket = new Socket();
        socket.connect(target, CONNECT_MILLIS);
        return adopt(socket);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String name() {
        return "TCP";
    }

    @Override
    public boolean reliable() {
        return true;
    }

    @Override
    public InetSocketAddress localAddress() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : connections.values()) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
