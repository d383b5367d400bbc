package org.callwright.media.embedded.sdp;

import java.util.Optional;

/** An {@code a=rtpmap}: which encoding a payload type number stands for. */
public record RtpMap(int payloadType, String encoding, int clockRate, int channels) {

    public static final String TELEPHONE_EVENT = "telephone-event";

    public boolean is(String name, int rate) {
        return encoding.equalsIgnoreCase(name) && clockRate == rate && channels == 1;
    }

    /** The static types of RFC 3551 that we may meet without an rtpmap. */
    static Optional<RtpMap> ofStaticType(int payloadType) {
        switch (payloadType) {
            case 0:
                return Optional.of(new RtpMap(0, "PCMU", 8000, 1));
            case 8:
                return Optional.of(new RtpMap(8, "PCMA", 8000, 1));
            case 3:
                return Optional.of(new RtpMap(3, "GSM", 8000, 1));
            case 18:
                return Optional.of(new RtpMap(18, "G729", 8000, 1));
            default:
                return Optional.empty();
        }
    }

    String line() {
        return "a=rtpmap:" + payloadType + ' ' + encoding + '/' + clockRate;
    }
}
