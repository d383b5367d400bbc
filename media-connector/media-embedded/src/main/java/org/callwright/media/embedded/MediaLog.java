package org.callwright.media.embedded;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.MessageFormat;
import java.util.Locale;

/** The operator messages of this module, numbered CWMED1000 to CWMED1999. No digit and no SDP may stand in them. */
final class MediaLog {

    private static final Logger LOGGER = System.getLogger("org.callwright.media");

    private MediaLog() {
    }

    static void started(String address, int min, int max, int pairs, int threads) {
        log(Level.INFO, "CWMED1001: media server started on {0}, RTP ports {1}-{2} ({3} legs), {4} tick thread(s)",
                address, text(min), text(max), text(pairs), text(threads));
    }

    static void stopped() {
        log(Level.INFO, "CWMED1002: media server stopped");
    }

    static void codecUnusable(String encoding, Throwable cause) {
        log(Level.WARNING, "CWMED1003: codec {0} can''t be used and is not offered: {1}", encoding, cause);
    }

    static void recordingFailed(String correlationId, String detail) {
        log(Level.ERROR, "CWMED1101: recording of {0} failed: {1}", correlationId, detail);
    }

    static void playFailed(String correlationId, String detail) {
        log(Level.WARNING, "CWMED1102: playing to {0} failed: {1}", correlationId, detail);
    }

    static void socketFailed(String correlationId, Exception cause) {
        log(Level.WARNING, "CWMED1201: RTP of {0} can''t be sent or received: {1}", correlationId, cause);
    }

    static void portsExhausted(String detail) {
        log(Level.ERROR, "CWMED1202: {0}", detail);
    }

    static void sessionFailed(String correlationId, Throwable cause) {
        LOGGER.log(Level.ERROR, "CWMED1901: media session of " + correlationId + " failed and was released", cause);
    }

    static void receiverFailed(Throwable cause) {
        LOGGER.log(Level.ERROR, "CWMED1902: a receiver of media events failed", cause);
    }

    private static void log(Level level, String message, Object... parameters) {
        if (LOGGER.isLoggable(level)) {
            LOGGER.log(level, new MessageFormat(message, Locale.ROOT).format(parameters));
        }
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
