package org.callwright.media.tts.espeak;

/** The operator messages of this provider: CWMED1400 to CWMED1449. */
final class EspeakMessages {

    private static final System.Logger LOG = System.getLogger("org.callwright.media.tts.espeak");

    private EspeakMessages() {
    }

    static void found(String program, String version) {
        LOG.log(System.Logger.Level.INFO, "CWMED1401 espeak-ng " + version + " speaks, by the program " + program);
    }

    static void missing(String program) {
        LOG.log(System.Logger.Level.WARNING, "CWMED1402 espeak-ng is not available: " + program
                + " can't be run; install it, or name it by the system property " + EspeakProvider.PATH_PROPERTY);
    }

    static void failed(String reason) {
        LOG.log(System.Logger.Level.WARNING, "CWMED1403 espeak-ng failed: " + reason);
    }
}
