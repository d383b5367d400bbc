package org.callwright.media.tts.mary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import org.callwright.media.codecs.Resampler;

/**
 * The engine behind its class loader. All calls must come from threads whose context class loader is that one, since
 * the engine finds its own parts by it; {@link MaryProvider} has such threads.
 */
final class MaryEngine {

    static final String VOICE = "cmu-slt-hsmm";
    private static final String WARM_UP = "Ready.";
    private static final int TELEPHONE_RATE = 8000;

    private final Constructor<?> newInterface;
    private final Method setLocale;
    private final Method setVoice;
    private final Method generateAudio;

    private MaryEngine(Class<?> type) throws NoSuchMethodException {
        newInterface = type.getConstructor();
        setLocale = type.getMethod("setLocale", Locale.class);
        setVoice = type.getMethod("setVoice", String.class);
        generateAudio = type.getMethod("generateAudio", String.class);
    }

    /** Loads language and voice, which takes some seconds, and speaks a word to prove it. */
    static MaryEngine load(ClassLoader loader) throws Exception {
        MaryEngine engine = new MaryEngine(Class.forName("marytts.LocalMaryInterface", true, loader));
        if (engine.speak(WARM_UP).length == 0) {
            throw new IllegalStateException("the engine spoke nothing");
        }
        return engine;
    }

    /**
     * Speaks, and gives 8 kHz samples. The engine holds some megabytes for each second of one utterance, so a long text
     * is spoken piece by piece.
     */
    short[] speak(String text) throws Exception {
        List<short[]> pieces = new ArrayList<>();
        int length = 0;
        for (String sentence : Sentences.of(text)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("nobody waits for the speech any more");
            }
            short[] piece = speakSentence(sentence);
            pieces.add(piece);
            length += piece.length;
        }
        ShortBuffer whole = ShortBuffer.allocate(length);
        pieces.forEach(whole::put);
        return whole.array();
    }

    private short[] speakSentence(String text) throws Exception {
        try {
            Object speaker = newInterface.newInstance();
            setLocale.invoke(speaker, Locale.US);
            setVoice.invoke(speaker, VOICE);
            try (AudioInputStream audio = (AudioInputStream) generateAudio.invoke(speaker, text)) {
                return samples(audio);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static short[] samples(AudioInputStream audio) throws IOException {
        AudioFormat format = audio.getFormat();
        if (format.getChannels() != 1 || format.getSampleSizeInBits() != 16) {
            throw new IllegalStateException("unexpected audio: " + format);
        }
        ByteBuffer bytes = ByteBuffer.wrap(readAll(audio))
                .order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[bytes.remaining() / 2];
        bytes.asShortBuffer().get(samples);
        return Resampler.resample(samples, Math.round(format.getSampleRate()), TELEPHONE_RATE);
    }

    /** The engine's streams end early when they are read to any place but the beginning of an array. */
    private static byte[] readAll(AudioInputStream audio) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[16 * 1024];
        for (int count = audio.read(piece); count > 0; count = audio.read(piece)) {
            all.write(piece, 0, count);
        }
        return all.toByteArray();
    }
}
