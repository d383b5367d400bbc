package org.callwright.media.spi;

/** Something whose audio can be connected to another (JSR 309: {@code Joinable}). */
public interface Joinable {

    /**
     * Connects the two; {@code direction} is seen from this object. Joining again changes the direction.
     */
    void join(Direction direction, Joinable other) throws MediaException;

    /** Undoes {@link #join}; does nothing when the two are not joined. */
    void unjoin(Joinable other);

    /** Which way audio flows, seen from the object whose method is called. */
    enum Direction { SEND, RECV, DUPLEX }
}
