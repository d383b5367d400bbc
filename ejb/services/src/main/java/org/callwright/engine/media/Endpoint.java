package org.callwright.engine.media;

import java.util.function.Consumer;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;

/** A leg's media: the connection to the peer, joined with the group that plays, records and listens for keys. */
record Endpoint(MediaSession session, NetworkConnection connection, MediaGroup group) {

    /** Makes the session that an endpoint is in. */
    interface Sessions {

        MediaSession create(String correlationId) throws MediaException;
    }

    static Endpoint create(Sessions sessions, String correlationId, Runnable onSilence, Consumer<Character> onDigit)
            throws MediaException {
        MediaSession session = sessions.create(correlationId);
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
