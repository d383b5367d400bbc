package org.callwright.call.value;

/** Who started a call. */
public enum Direction {
    INBOUND("inbound"),
    OUTBOUND_API("outbound-api"),
    OUTBOUND_DIAL("outbound-dial");

    private final String wireName;

    Direction(String wireName) {
        this.wireName = wireName;
    }

    /** As the API and the webhooks write it. */
    public String wireName() {
        return wireName;
    }
}
