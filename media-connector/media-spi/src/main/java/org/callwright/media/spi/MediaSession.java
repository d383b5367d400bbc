package org.callwright.media.spi;

/**
 * The media of one call. Releasing it stops every operation (players and recorders end with
 * {@link PlayResult.Reason#STOPPED} or {@link RecordResult.Reason#STOPPED}), closes files and frees the ports; releasing
 * twice does nothing.
 */
public interface MediaSession {

    NetworkConnection createNetworkConnection(NetworkConnectionListener listener) throws MediaException;

    MediaGroup createMediaGroup() throws MediaException;

    void release();
}
