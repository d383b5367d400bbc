package org.callwright.media.mgcp.message;

/** Names of parameter lines (RFC 3435, 3.2.2). */
public final class ParameterNames {

    public static final String CALL_ID = "C";
    public static final String CAPABILITIES = "A";
    public static final String CONNECTION_ID = "I";
    public static final String SECOND_CONNECTION_ID = "I2";
    public static final String MODE = "M";
    public static final String OPTIONS = "L";
    public static final String NOTIFIED_ENTITY = "N";
    public static final String REQUEST_ID = "X";
    public static final String REQUESTED_EVENTS = "R";
    public static final String REQUESTED_INFO = "F";
    public static final String SIGNALS = "S";
    public static final String OBSERVED_EVENTS = "O";
    public static final String QUARANTINE = "Q";
    /** In a command: the other endpoint of a local connection. */
    public static final String SECOND_ENDPOINT = "Z2";
    /** In a response: the endpoint that was chosen for a wildcard. */
    public static final String SPECIFIC_ENDPOINT = "Z";
    /** In the response to an audit: how many endpoints a wildcard stands for. */
    public static final String NUMBER_OF_ENDPOINTS = "ZN";
    public static final String CONNECTION_STATISTICS = "P";
    public static final String RESPONSE_ACK = "K";
    public static final String RESTART_METHOD = "RM";
    public static final String RESTART_DELAY = "RD";
    public static final String REASON = "E";

    private ParameterNames() {
    }
}
