package org.callwright.media.spi;

/** A running media server (JSR 309: {@code MsControlFactory}). Closing it releases all its sessions and sockets. */
public interface MediaServer extends AutoCloseable {

    /**
     * Makes a session for one call.
     *
     * @param correlationId what the driver's log lines carry, in practice the call SID
     */
    MediaSession createMediaSession(String correlationId) throws MediaException;

    /**
     * Makes a session whose connections can be mixed with those of another one. A driver that works on several machines
     * has the connections of both on the same one; when that has no room left or is gone, the new session's first offer
     * or answer fails with {@link MediaFailure#RESOURCE_UNAVAILABLE}. To a driver that works on one machine it is a
     * session like any other.
     *
     * @param beside a session of this media server; either may end before the other
     */
    default MediaSession createMediaSession(String correlationId, MediaSession beside) throws MediaException {
        return createMediaSession(correlationId);
    }

    /** What the driver counted since its start. */
    MediaStatistics statistics();

    @Override
    void close();
}
