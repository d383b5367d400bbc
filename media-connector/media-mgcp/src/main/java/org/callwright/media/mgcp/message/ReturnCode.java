package org.callwright.media.mgcp.message;

/** Return codes that we give or act upon (RFC 3435, 2.4). */
public final class ReturnCode {

    /** Acknowledges a response. */
    public static final int ACKNOWLEDGEMENT = 0;
    /** Being executed, the response follows. */
    public static final int PROVISIONAL = 100;
    public static final int OK = 200;
    /** The connection was deleted. */
    public static final int DELETED = 250;
    public static final int TRANSIENT_ERROR = 400;
    /** Not enough resources at the moment. */
    public static final int BUSY = 403;
    public static final int UNKNOWN_ENDPOINT = 500;
    public static final int NOT_READY = 501;
    /** Not enough resources, and waiting does not help. */
    public static final int NO_RESOURCES = 502;
    public static final int WILDCARD_TOO_COMPLICATED = 503;
    public static final int UNKNOWN_COMMAND = 504;
    public static final int UNSUPPORTED_DESCRIPTOR = 505;
    /** What we want of the connection and the peer's description exclude each other. */
    public static final int OPTIONS_AND_DESCRIPTOR = 506;
    public static final int DESCRIPTOR_ERROR = 509;
    public static final int PROTOCOL_ERROR = 510;
    public static final int UNKNOWN_EVENT = 512;
    public static final int UNKNOWN_SIGNAL = 513;
    public static final int UNKNOWN_CONNECTION = 515;
    public static final int UNKNOWN_CALL = 516;
    public static final int UNSUPPORTED_MODE = 517;
    public static final int UNKNOWN_PACKAGE = 518;
    public static final int RESTARTING = 520;
    /** The endpoint is another call agent's now. */
    public static final int REDIRECTED = 521;
    public static final int UNKNOWN_ACTION = 523;
    public static final int NO_BANDWIDTH = 526;
    public static final int INCOMPATIBLE_VERSION = 528;
    public static final int HARDWARE_FAILURE = 529;
    public static final int TRUNK_GROUP_FAILURE = 531;
    public static final int RESPONSE_TOO_LARGE = 533;
    public static final int CODEC_NEGOTIATION = 534;
    public static final int PACKETIZATION_PERIOD = 535;
    public static final int SIGNAL_PARAMETER_ERROR = 538;
    public static final int CONNECTION_LIMIT = 540;

    private ReturnCode() {
    }

    /** Whether it may go well another time, or elsewhere (RFC 3435, 2.4). */
    public static boolean isTransient(int code) {
        return code >= 400 && code <= 499;
    }
}
