package org.callwright.media.contract;

/**
 * What a driver may leave out, but only by naming it in its contract test; then it has to say so to its callers, too.
 */
public enum Extra {
    /** A second recorder beside the first. A driver without one fails such a recording with a reason. */
    LIVE_RECORDER,
    /** Telling persons from machines. A driver that can't says that it does not know. */
    MACHINE_DETECTION,
    /** Mixing. A driver that can't refuses to make a mixer. */
    MIXER
}
