package org.callwright.media.jsr309;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.callwright.media.spi.AudioSegment;

/**
 * Segments as the media server is told of them: URIs of files, for which it and this server share a folder. Tones and
 * silence become files of their own, made once for each and removed at the end, in the shared folder where one is named
 * and else in the folder for temporary files.
 */
final class SegmentFiles implements AutoCloseable {

    private static final int RATE = 8_000;
    private static final int HEADER = 44;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Optional<String> pathHere;
    private final Optional<String> pathThere;
    private final Map<AudioSegment, Path> made = new ConcurrentHashMap<>();

    SegmentFiles(Optional<String> pathHere, Optional<String> pathThere) {
        this.pathHere = pathHere;
        this.pathThere = pathThere;
    }

    /** @throws IOException when a file for a tone or for silence can't be made */
    List<URI> uris(List<AudioSegment> segments) throws IOException {
        Stream.Builder<URI> uris = Stream.builder();
        for (AudioSegment segment : segments) {
            uris.add(uri(segment instanceof AudioSegment.File file ? file.path() : rendered(segment)));
        }
        return uris.build().toList();
    }

    /** How long they are, one after the other. */
    static Duration length(List<AudioSegment> segments) {
        return segments.stream().map(SegmentFiles::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration length(AudioSegment segment) {
        if (segment instanceof AudioSegment.File file) {
            return FileLength.of(file.path());
        }
        return segment instanceof AudioSegment.Tone tone ? tone.length() : ((AudioSegment.Silence) segment).length();
    }

    URI uri(Path file) {
        Path path = file.toAbsolutePath();
        if (pathHere.isPresent() && pathThere.isPresent() && path.startsWith(pathHere.get())) {
            return Path.of(pathThere.get()).resolve(Path.of(pathHere.get()).relativize(path)).toUri();
        }
        return path.toUri();
    }

    private Path rendered(AudioSegment segment) throws IOException {
        Path there = made.get(segment);
        if (there != null) {
            return there;
        }
        Path folder = pathHere.map(Path::of).orElse(Path.of(System.getProperty("java.io.tmpdir")));
        Path file = folder.resolve("callwright-" + UUID.randomUUID() + ".wav");
        Files.write(file, wav(segment), StandardOpenOption.CREATE_NEW);
        Path earlier = made.putIfAbsent(segment, file);
        if (earlier != null) {
            Files.delete(file);
            return earlier;
        }
        return file;
    }

    /** WAV, 8 kHz, 16-bit, mono. */
    private static byte[] wav(AudioSegment segment) throws IOException {
        AudioSegment.Tone tone = segment instanceof AudioSegment.Tone given ? given
                : new AudioSegment.Tone(0, 0, ((AudioSegment.Silence) segment).length());
        if (tone.length().compareTo(LONGEST) > 0) {
            throw new IOException("a tone or silence of " + tone.length() + " is too long");
        }
        int samples = (int) (tone.length().toMillis() * RATE / 1_000);
        ByteBuffer wav = ByteBuffer.allocate(HEADER + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + 2 * samples).put(ascii("WAVEfmt ")).putInt(16)
                .putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE)
                .putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * samples);
        double peak = 32_767 * Math.pow(10, (tone.levelDbm0() - 3) / 20.0);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) Math.round(peak * Math.sin(2 * Math.PI * tone.hertz() * i / RATE)));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        made.values().forEach(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                Jsr309Messages.failed("the driver", "removing " + file, e);
            }
        });
    }
}
