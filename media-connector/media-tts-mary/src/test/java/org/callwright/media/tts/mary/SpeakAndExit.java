package org.callwright.media.tts.mary;

import org.callwright.media.spi.tts.SpeechRequest;

/** A JVM that speaks once, closes the provider and ends. */
final class SpeakAndExit {

    private SpeakAndExit() {
    }

    public static void main(String[] arguments) throws Exception {
        MaryProvider provider = new MaryProvider(arguments[0]);
        int samples = provider.synthesize(new SpeechRequest("good bye", "en", "woman")).samples().length;
        provider.close();
        System.out.println("spoke " + samples);
    }
}
