package org.callwright.media.tts.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.callwright.media.codecs.Resampler;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.spi.tts.SpeechNetwork;

/** Audio out of an answer: a WAV of any usual kind, linear samples without a head, or either in base64 inside JSON. */
final class AudioAnswer {

    private static final int MAX_SECONDS = 1_200;
    /** Types of what is surely no samples. These have no head to tell them by, and a page would be heard as noise. */
    private static final Pattern NO_SAMPLES = Pattern.compile(
            "(?i)text/|application/[a-z.+-]*(?:json|xml|html)|audio/(?:mpeg|mp3|ogg|opus|webm|flac|aac)");

    private AudioAnswer() {
    }

    /** The audio at 8 kHz. */
    static short[] samples(SpeechNetwork.Answer answer, HttpVoiceSettings settings) throws IOException {
        byte[] audio = settings.audioField().isEmpty() ? answer.body() : field(answer.body(), settings.audioField());
        boolean headed = audio.length > 4 && new String(audio, 0, 4, StandardCharsets.US_ASCII).equals("RIFF");
        if (settings.pcmRate() == 0 || headed) {
            return wav(audio);
        }
        if (settings.audioField().isEmpty() && NO_SAMPLES.matcher(answer.mediaType()).lookingAt()) {
            throw new IOException("no samples came");
        }
        return linear(audio, settings.pcmRate());
    }

    private static byte[] field(byte[] json, String name) throws IOException {
        String text = new String(json, StandardCharsets.ISO_8859_1);
        int at = text.indexOf('"' + name + '"');
        int start = at < 0 ? -1 : text.indexOf('"', at + name.length() + 2);
        int end = start < 0 ? -1 : text.indexOf('"', start + 1);
        if (end < 0 || !text.substring(at + name.length() + 2, start).strip().equals(":")) {
            throw new IOException("there is no text called " + name + " in the answer");
        }
        try {
            String base64 = text.substring(start + 1, end).replace("\\n", "").replace("\\/", "/");
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException(name + " of the answer is no base64", e);
        }
    }

    private static short[] linear(byte[] bytes, int rate) throws IOException {
        if (bytes.length / 2 > (long) MAX_SECONDS * rate) {
            throw new IOException("longer than " + MAX_SECONDS + " s");
        }
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return Resampler.resample(samples, rate, WavReader.SAMPLE_RATE);
    }

    private static short[] wav(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("speech", ".wav");
        try {
            Files.write(file, bytes);
            return WavReader.readAll(file, MAX_SECONDS);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
