package org.callwright.bench.media.peer;

/** What a peer does with what it hears. Belongs to the peers' thread. */
public interface Ear {

    /** Takes the payload of a packet, in the order of arrival; the array is the caller's. */
    void hear(byte[] packet, int from, int to);
}
