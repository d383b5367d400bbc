package org.callwright.phone;

import java.util.Map;

/** Reason phrases of the responses that phone and trunk give. */
public final class Reasons {

    private static final Map<Integer, String> PHRASES = Map.ofEntries(Map.entry(100, "Trying"),
            Map.entry(180, "Ringing"), Map.entry(183, "Session Progress"), Map.entry(200, "OK"),
            Map.entry(302, "Moved Temporarily"), Map.entry(404, "Not Found"), Map.entry(405, "Method Not Allowed"),
            Map.entry(480, "Temporarily Unavailable"), Map.entry(481, "Call/Transaction Does Not Exist"),
            Map.entry(486, "Busy Here"), Map.entry(487, "Request Terminated"), Map.entry(488, "Not Acceptable Here"),
            Map.entry(500, "Server Internal Error"), Map.entry(503, "Service Unavailable"), Map.entry(603, "Decline"));

    private Reasons() {
    }

    public static String of(int status) {
        return PHRASES.getOrDefault(status, "Status " + status);
    }
}
