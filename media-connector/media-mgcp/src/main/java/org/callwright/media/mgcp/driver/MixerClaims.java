package org.callwright.media.mgcp.driver;

import java.util.HashMap;
import java.util.Map;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/** Which mixer each leg of a session is to be in: legs of one session can't be in two. By any thread. */
final class MixerClaims {

    private final Map<MgcpConnection, MgcpMixer> claims = new HashMap<>();

    synchronized void put(MgcpConnection leg, MgcpMixer mixer) throws MediaException {
        claims.values().removeIf(MgcpMixer::isReleased);
        boolean elsewhere = claims.entrySet().stream()
                .anyMatch(claim -> claim.getKey() != leg && claim.getValue() != mixer);
        if (elsewhere) {
            throw new MediaException(MediaFailure.INTERNAL, "another leg of the session is in another mixer");
        }
        claims.put(leg, mixer);
    }

    synchronized void remove(MgcpConnection leg, MgcpMixer mixer) {
        claims.remove(leg, mixer);
    }
}
