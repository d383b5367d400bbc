package org.callwright.phone.media;

/** One payload format of a media line: {@code a=rtpmap:<payloadType> <encoding>/<clockRate>}. */
public record Format(int payloadType, String encoding, int clockRate) {

    static final String TELEPHONE_EVENT = "telephone-event";

    boolean telephoneEvent() {
        return encoding.equalsIgnoreCase(TELEPHONE_EVENT) && clockRate == 8000;
    }
}
