package org.callwright.media.tts.http;

import java.util.Map;
import org.callwright.media.spi.tts.SpeechNetwork;

/** The provider as an operator sets it up, without the environment of this process. */
public final class HttpVoices {

    private HttpVoices() {
    }

    public static HttpProvider connected(Map<String, String> environment, SpeechNetwork network) {
        HttpProvider provider = new HttpProvider(() -> environment);
        provider.connect(network);
        return provider;
    }
}
