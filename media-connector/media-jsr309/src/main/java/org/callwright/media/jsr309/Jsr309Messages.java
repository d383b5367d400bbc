package org.callwright.media.jsr309;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The operator messages of this module: CWMED1700 to CWMED1749. No digit and no SDP may stand in them. */
final class Jsr309Messages {

    private static final Logger LOG = System.getLogger("org.callwright.media.jsr309");

    private Jsr309Messages() {
    }

    static void started(String from) {
        LOG.log(Level.INFO, "CWMED1701: media by the JSR 309 implementation of " + from);
    }

    /** The text of an exception: whoever starts the driver tells it. */
    static String missing(String why) {
        return "CWMED1702: there is no JSR 309 implementation: " + why;
    }

    static void failed(String correlationId, String what, Exception cause) {
        LOG.log(Level.WARNING, "CWMED1703: " + what + " of " + correlationId + " failed: " + cause.getMessage());
    }

    static void receiverFailed(RuntimeException cause) {
        LOG.log(Level.ERROR, "CWMED1704: a receiver of media events failed", cause);
    }
}
