package org.callwright.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the bytes of an answer as they arrive; the cap on their number is the client's. For one thread at a time. */
public interface BodySink<T> {

    void accept(ByteBuffer bytes) throws IOException;

    /** All bytes are there. */
    T complete() throws IOException;

    /** The answer was no good; frees what is held. May be called after {@link #complete} failed. */
    void abort();
}
