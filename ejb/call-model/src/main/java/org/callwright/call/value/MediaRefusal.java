package org.callwright.call.value;

/** Why media could not be had, with the SIP status that says so to a peer waiting for an answer. */
public enum MediaRefusal {
    MALFORMED_SDP(400, "Bad Session Description"),
    NOT_ACCEPTABLE(488, "Not Acceptable Here"),
    NO_RESOURCES(503, "Service Unavailable"),
    INTERNAL(569, "Media Server Failure");

    private final int sipStatus;
    private final String sipReason;

    MediaRefusal(int sipStatus, String sipReason) {
        this.sipStatus = sipStatus;
        this.sipReason = sipReason;
    }

    public int sipStatus() {
        return sipStatus;
    }

    public String sipReason() {
        return sipReason;
    }
}
