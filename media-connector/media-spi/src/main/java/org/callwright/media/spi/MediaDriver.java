package org.callwright.media.spi;

/** Entry point of a media driver, found by {@link java.util.ServiceLoader} (JSR 309: {@code spi.Driver}). */
public interface MediaDriver {

    /** Name by which configuration chooses the driver, such as {@code embedded}. */
    String name();

    /**
     * Starts a media server.
     *
     * @throws MediaException with {@link MediaFailure#RESOURCE_UNAVAILABLE} when a socket can't be bound; the message
     *         names the address and port
     */
    MediaServer start(MediaServerConfig config) throws MediaException;
}
