package org.callwright.media.embedded;

import java.util.HashMap;
import java.util.Map;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/**
 * Which legs of a session were told to be in which mixer. Legs of one session can't be in two mixers, since these may
 * work on different threads. For any thread.
 */
final class MixerClaims {

    private final Map<EmbeddedConnection, EmbeddedMixer> mixers = new HashMap<>();

    /** @throws MediaException when another leg is in another mixer */
    synchronized void put(EmbeddedConnection leg, EmbeddedMixer mixer) throws MediaException {
        mixers.values().removeIf(EmbeddedMixer::isReleased);
        for (Map.Entry<EmbeddedConnection, EmbeddedMixer> other : mixers.entrySet()) {
            if (other.getKey() != leg && other.getValue() != mixer) {
                throw new MediaException(MediaFailure.INTERNAL, "another leg of the session is in another mixer");
            }
        }
        mixers.put(leg, mixer);
    }

    synchronized void remove(EmbeddedConnection leg, EmbeddedMixer mixer) {
        mixers.remove(leg, mixer);
    }

    synchronized void drop(EmbeddedConnection leg) {
        mixers.remove(leg);
    }
}
