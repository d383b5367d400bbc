package org.callwright.amd.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.callwright.media.codecs.Resampler;

/** Has texts spoken by programs of the machine. What was said once is kept. */
final class Speaker {

    private static final int RATE = 8000;
    private static final int NORMAL_WORDS_A_MINUTE = 170;
    private static final int AUDIBLE = 200;

    private final Map<List<Object>, float[]> said = new HashMap<>();
    private final Path folder;

    /** @param folder where speech is kept for the next time */
    Speaker(Path folder) {
        this.folder = folder;
    }

    /** Whether the program is there. */
    static boolean has(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Speech at 8 kHz, without the silence before and behind it, its mean power 1.
     *
     * @param speed words a minute, in the measure of espeak-ng
     * @param pitch 0 to 99, 50 is the voice's own
     */
    float[] say(Voice voice, int speed, int pitch, String text) {
        return said.computeIfAbsent(List.of(voice, speed, pitch, text), key -> {
            try {
                return normalised(trimmed(kept(voice, speed, pitch, text)));
            } catch (IOException e) {
                throw new IllegalStateException(voice + " can't say: " + text, e);
            }
        });
    }

    private short[] kept(Voice voice, int speed, int pitch, String text) throws IOException {
        String key = voice + " " + speed + " " + pitch + " " + text;
        Path file = folder.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".raw");
        if (!Files.exists(file)) {
            short[] samples = run(voice, speed, pitch, text);
            ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2);
            bytes.asShortBuffer().put(samples);
            Files.createDirectories(folder);
            Files.write(file, bytes.array());
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        short[] samples = new short[bytes.remaining() / 2];
        bytes.asShortBuffer().get(samples);
        return samples;
    }

    private static short[] run(Voice voice, int speed, int pitch, String text) throws IOException {
        if (voice.program().equals("espeak-ng")) {
            return wav(output("espeak-ng", "-v", voice.name(), "-s", Integer.toString(speed), "-p",
                    Integer.toString(pitch), "--stdout", "--", text));
        }
        Path file = Files.createTempFile("speech", ".wav");
        try {
            output("flite", "-voice", voice.name(), "--setf", "duration_stretch="
                    + String.format(Locale.ROOT, "%.2f", NORMAL_WORDS_A_MINUTE / (double) speed), "-t", text, "-o",
                    file.toString());
            return wav(Files.readAllBytes(file));
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command[0] + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return output;
    }

    /** The audio of a 16-bit mono WAV; the lengths in its header may be made up, as they are on a pipe. */
    private static short[] wav(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int rate = 0;
        for (int at = 12; at + 8 <= bytes.length; at += 8 + in.getInt(at + 4)) {
            String chunk = new String(bytes, at, 4, StandardCharsets.US_ASCII);
            if (chunk.equals("fmt ")) {
                rate = in.getInt(at + 12);
            } else if (chunk.equals("data")) {
                short[] samples = new short[(bytes.length - at - 8) / 2];
                in.position(at + 8).asShortBuffer().get(samples);
                return Resampler.resample(samples, rate, RATE);
            }
        }
        throw new IOException("no WAV");
    }

    private static short[] trimmed(short[] samples) throws IOException {
        int from = 0;
        int to = samples.length;
        while (from < to && Math.abs(samples[from]) < AUDIBLE) {
            from++;
        }
        while (to > from && Math.abs(samples[to - 1]) < AUDIBLE) {
            to--;
        }
        if (from == to) {
            throw new IOException("nothing was said");
        }
        return Arrays.copyOfRange(samples, from, to);
    }

    private static float[] normalised(short[] samples) {
        double power = 0;
        for (short sample : samples) {
            power += (double) sample * sample;
        }
        double scale = 1 / Math.sqrt(power / samples.length);
        float[] speech = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            speech[i] = (float) (samples[i] * scale);
        }
        return speech;
    }
}
