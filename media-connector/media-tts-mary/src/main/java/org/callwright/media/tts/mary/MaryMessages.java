package org.callwright.media.tts.mary;

/** The operator messages of this provider: CWMED1450 to CWMED1499. */
final class MaryMessages {

    private static final System.Logger LOG = System.getLogger("org.callwright.media.tts.mary");

    private MaryMessages() {
    }

    static void loading(String version) {
        LOG.log(System.Logger.Level.DEBUG, "MaryTTS " + version + " is being loaded");
    }

    static void ready(String version, long millis) {
        LOG.log(System.Logger.Level.INFO, "CWMED1451 MaryTTS " + version + " speaks; it took " + millis
                + " ms to load");
    }

    static void noLibrary(String why) {
        LOG.log(System.Logger.Level.WARNING, "CWMED1452 MaryTTS is not available: " + why + "; the system property "
                + MaryProvider.LIB_PROPERTY + " must name the folder with its jars");
    }

    static void broken(Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "CWMED1453 MaryTTS could not be loaded and stays off", cause);
    }

    static void failed(Throwable cause) {
        LOG.log(System.Logger.Level.WARNING, "CWMED1454 MaryTTS could not speak a text: " + cause);
    }
}
