package org.callwright.media.spi;

import java.time.Duration;

/** What a network connection tells of its peer. */
public interface NetworkConnectionListener {

    /** Nothing came from the peer for the configured limit; told once per silence. */
    void inactive(Duration silence);
}
