package org.callwright.engine.media;

import java.util.function.Consumer;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;

/** A leg's media: the connection to the peer, joined with the group that plays, records and listens for keys. */
record Endpoint(MediaSession session, NetworkConnection connection, MediaGroup group) {

    static Endpoint create(MediaServer server, String correlationId, Runnable onSilence, Consumer<Character> onDigit)
            throws MediaException {
        MediaSession session = server.createMediaSession(correlationId);
        try {
            NetworkConnection connection = session.createNetworkConnection(silence -> onSilence.run());
            MediaGroup group = session.createMediaGroup();
            group.signalDetector().onSignal(signal -> onDigit.accept(signal.digit()));
            connection.join(Joinable.Direction.DUPLEX, group);
            return new Endpoint(session, connection, group);
        } catch (MediaException | RuntimeException e) {
            session.release();
            throw e;
        }
    }
}
