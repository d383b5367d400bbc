package org.callwright.media.spi;

import java.time.Duration;

/** What a network connection tells of its peer. */
public interface NetworkConnectionListener {

    /**
     * Nothing came for the configured limit from a peer that does not hold the call, told once per silence; or the
     * connection is lost with its media server, so that nothing ever will.
     */
    void inactive(Duration silence);
}
