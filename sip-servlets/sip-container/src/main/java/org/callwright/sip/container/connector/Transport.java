package org.callwright.sip.container.connector;

import java.util.Locale;

/** Transport protocols a connector can listen on (RFC 3261, section 18). */
public enum Transport {
    UDP, TCP;

    /** The name as the SIP stack and SIP URIs write it: {@code udp}, {@code tcp}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
