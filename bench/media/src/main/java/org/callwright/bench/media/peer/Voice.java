package org.callwright.bench.media.peer;

/** What a peer says. Belongs to the peers' thread. */
public interface Voice {

    /**
     * Writes the payload of the next 20 ms.
     *
     * @return its length
     */
    int next(byte[] payload);
}
