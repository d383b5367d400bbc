package org.callwright.media.spi;

import java.time.Duration;

/** What a network connection tells of its peer. */
public interface NetworkConnectionListener {

    /** Nothing came for the configured limit from a peer that does not hold the call; told once per silence. */
    void inactive(Duration silence);
}
