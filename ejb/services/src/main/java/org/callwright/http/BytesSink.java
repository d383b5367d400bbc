package org.callwright.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Keeps a body in memory. */
final class BytesSink implements BodySink<byte[]> {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void accept(ByteBuffer more) {
        byte[] chunk = new byte[more.remaining()];
        more.get(chunk);
        bytes.write(chunk, 0, chunk.length);
    }

    @Override
    public byte[] complete() {
        return bytes.toByteArray();
    }

    @Override
    public void abort() {
        bytes.reset();
    }
}
