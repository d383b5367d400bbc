package org.callwright.load.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The web application that the server asks for documents: one thread, HTTP/1.1 with keep-alive, a fixed answer for each
 * path. Fast and dull on purpose, so that it is not what is measured. Listens on loopback alone.
 */
public final class VoiceApplication implements AutoCloseable {

    private static final byte[] NOT_FOUND = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final Thread thread = new Thread(this::run, "voice-application");
    private volatile boolean closed;

    private VoiceApplication(Selector selector, ServerSocketChannel listener) {
        this.selector = selector;
        this.listener = listener;
    }

    /** @param port 0 for a free one */
    public static VoiceApplication start(int port) throws IOException {
        Selector selector = Selector.open();
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1024);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        VoiceApplication application = new VoiceApplication(selector, listener);
        application.thread.setDaemon(true);
        application.thread.start();
        return application;
    }

    /**
     * From now on a path has this answer, whatever the method.
     *
     * @param cacheControl how long it holds, as Cache-Control says it
     */
    public void serve(String path, String contentType, String cacheControl, byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: " + body.length
                + "\r\nCache-Control: " + cacheControl + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        answers.put(path, whole);
    }

    /** From now on a path answers with this RCML document. */
    public void serve(String path, String rcml) {
        serve(path, "text/xml", "max-age=3600", rcml.getBytes(StandardCharsets.UTF_8));
    }

    public String url(String path) {
        try {
            return "http://127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort() + path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long requests() {
        return requests.get();
    }

    /** Connections made so far; far fewer than requests when they are kept alive. */
    public long connections() {
        return connections.get();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(this::ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the web application ended", e);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else if (key.isValid()) {
                ((Connection) key.attachment()).ready(key);
            }
        } catch (IOException e) {
            closeQuietly(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = listener.accept();
        if (channel != null) {
            connections.incrementAndGet();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new Connection(channel, this::answer));
        }
    }

    private byte[] answer(String path) {
        requests.incrementAndGet();
        return answers.getOrDefault(path, NOT_FOUND);
    }

    private static void closeQuietly(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            key.cancel();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            closeQuietly(key);
        }
        selector.close();
    }
}
