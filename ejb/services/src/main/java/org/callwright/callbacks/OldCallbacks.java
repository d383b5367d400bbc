package org.callwright.callbacks;

import java.time.Instant;

/** Callbacks that nobody delivers any more. */
public interface OldCallbacks {

    /** Removes those that were given up, or held for a call that nobody knows, and made before; how many, at most so many. */
    int purge(Instant before, int most);
}
