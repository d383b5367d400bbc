package org.callwright.media.spi;

/** A running media server (JSR 309: {@code MsControlFactory}). Closing it releases all its sessions and sockets. */
public interface MediaServer extends AutoCloseable {

    /**
     * Makes a session for one call.
     *
     * @param correlationId what the driver's log lines carry, in practice the call SID
     */
    MediaSession createMediaSession(String correlationId) throws MediaException;

    /** What the driver counted since its start. */
    MediaStatistics statistics();

    @Override
    void close();
}
