package org.callwright.media.mgcp.au;

/** Names of the packages, of their signals and events. */
public final class AuPackage {

    /** Advanced audio (RFC 2897). */
    public static final String AU = "AU";
    /** Our own: live recorder, machine detection, inactivity. See {@code docs/mgcp.md}. */
    public static final String CW = "CW";
    /** DTMF (RFC 3660, 2.2): each key is an event of its own. */
    public static final String DTMF = "D";

    public static final String PLAY = "pa";
    public static final String PLAY_COLLECT = "pc";
    public static final String PLAY_RECORD = "pr";
    /** Ends the signals that {@code sg=} names, which tell their end. */
    public static final String END_SIGNAL = "es";
    public static final String LIVE_RECORD = "lr";
    public static final String MACHINE_DETECTION = "md";

    public static final String COMPLETED = "oc";
    public static final String FAILED = "of";
    public static final String INACTIVE = "in";

    /** The value of {@code eik} for no key at all; without it the key is #. */
    public static final String NO_KEYS = "null";

    private AuPackage() {
    }
}
