package org.callwright.media.tts.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callwright.media.spi.tts.SpeechNetwork;

/** Stands for network and service: notes what it is sent and answers what a test wants. */
final class FakeService implements SpeechNetwork {

    final List<Question> asked = new ArrayList<>();
    Answer answer = new Answer(200, "audio/wav", wav(16_000, 16_000));
    IOException failure;

    HttpProvider provider(String... settings) {
        Map<String, String> env = new HashMap<>();
        env.put("CALLWRIGHT_TTS_HTTP_URL", "http://127.0.0.1:9/speak");
        for (int i = 0; i < settings.length; i += 2) {
            env.put("CALLWRIGHT_TTS_HTTP_" + settings[i], settings[i + 1]);
        }
        HttpProvider provider = new HttpProvider(() -> env);
        provider.connect(this);
        return provider;
    }

    @Override
    public Answer post(Question question) throws IOException {
        asked.add(question);
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    String body() {
        return new String(asked.get(0).body(), StandardCharsets.UTF_8);
    }

    /** A tone of 440 Hz. */
    static byte[] wav(int rate, int samples) {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1)
                .putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (10_000 * Math.sin(2 * Math.PI * 440 * i / rate)));
        }
        return wav.array();
    }
}
