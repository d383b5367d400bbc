package org.callwright.media.spi;

/**
 * The media of one call. Releasing it stops every operation (players and recorders end with
 * {@link PlayResult.Reason#STOPPED} or {@link RecordResult.Reason#STOPPED}), closes files and frees the ports; releasing
 * twice does nothing.
 */
public interface MediaSession {

    NetworkConnection createNetworkConnection(NetworkConnectionListener listener) throws MediaException;

    MediaGroup createMediaGroup() throws MediaException;

    /**
     * Makes a mixer, which lives as long as this session; members may be of other sessions.
     *
     * @throws MediaException with {@link MediaFailure#RESOURCE_UNAVAILABLE} when the driver has none
     */
    default MediaMixer createMediaMixer() throws MediaException {
        throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, "this driver does not mix");
    }

    void release();
}
