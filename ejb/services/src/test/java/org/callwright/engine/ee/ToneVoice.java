package org.callwright.engine.ee;

import java.util.Arrays;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsProvider;

/** Speaks every text as 400 ms of full sound. */
public final class ToneVoice implements TtsProvider {

    @Override
    public String name() {
        return "tone";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public boolean supports(String language) {
        return language.startsWith("en");
    }

    @Override
    public Speech synthesize(SpeechRequest request) {
        short[] samples = new short[3_200];
        Arrays.fill(samples, (short) 8_000);
        return new Speech(samples, "tone");
    }
}
