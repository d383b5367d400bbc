package org.callwright.load.web;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One HTTP connection: requests are read whole, their bodies of known length skipped, answers written in order. */
final class Connection {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length:\\s*(\\d{1,9})");
    private static final int LONGEST = 1 << 20;

    private final SocketChannel channel;
    private final Function<String, byte[]> answers;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private ByteBuffer in = ByteBuffer.allocate(4096);

    Connection(SocketChannel channel, Function<String, byte[]> answers) {
        this.channel = channel;
        this.answers = answers;
    }

    /** @throws IOException when the connection is to be closed */
    void ready(SelectionKey key) throws IOException {
        if (key.isReadable()) {
            read();
        }
        while (!waiting.isEmpty() && channel.write(waiting.peek()) > 0) {
            if (!waiting.peek().hasRemaining()) {
                waiting.remove();
            }
        }
        key.interestOps(waiting.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    private void read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException();
        }
        int length = nextRequest();
        while (length > 0) {
            String head = new String(in.array(), 0, length, StandardCharsets.ISO_8859_1);
            waiting.add(ByteBuffer.wrap(answers.apply(head.split("[ ?]", 3)[1])));
            in.flip().position(length);
            in.compact();
            length = nextRequest();
        }
        if (!in.hasRemaining()) {
            if (in.capacity() >= LONGEST) {
                throw new IOException("request too long");
            }
            in = ByteBuffer.wrap(Arrays.copyOf(in.array(), 2 * in.capacity())).position(in.position());
        }
    }

    /** Length of the request that begins the buffer, with its body; 0 while it is not whole. */
    private int nextRequest() {
        String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return 0;
        }
        Matcher length = LENGTH.matcher(text.substring(0, end));
        int whole = end + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
        return whole <= in.position() ? whole : 0;
    }
}
