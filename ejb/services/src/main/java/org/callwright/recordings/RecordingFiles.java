package org.callwright.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingSid;
import org.callwright.media.codecs.WavException;
import org.callwright.media.codecs.WavHeader;
import org.callwright.media.codecs.WavRepair;
import org.callwright.media.codecs.file.GsmRepair;
import org.callwright.settings.Settings;

/**
 * The audio files in the recordings folder: {@code {SID}.wav}, 8 kHz 16-bit behind a header of 44 bytes, or
 * {@code {SID}.gsm}. The name tells the format, so that a file can be used whose row is lost.
 */
@ApplicationScoped
public class RecordingFiles {

    private static final int HEADER_BYTES = 44;
    private static final int BYTES_PER_MILLISECOND = 16;

    private final Path folder;

    /** A file that is there. */
    public record Audio(Path file, RecordingFormat format) {

        private Duration length() throws IOException {
            long bytes = Files.size(file);
            return format == RecordingFormat.GSM ? GsmRepair.length(bytes)
                    : Duration.ofMillis(Math.max(0, bytes - HEADER_BYTES) / (BYTES_PER_MILLISECOND * channels()));
        }

        private int channels() throws IOException {
            try (FileChannel wav = FileChannel.open(file)) {
                return WavHeader.read(wav).channels();
            } catch (WavException e) {
                return 1;
            }
        }

        private Duration repair() throws IOException {
            return format == RecordingFormat.GSM ? GsmRepair.repair(file) : WavRepair.repair(file);
        }
    }

    /** For the container's proxy. */
    protected RecordingFiles() {
        this.folder = null;
    }

    @Inject
    public RecordingFiles(Settings settings) {
        this(settings.recordings());
    }

    public RecordingFiles(Path folder) {
        this.folder = folder;
    }

    /** The audio of a recording, in whatever format it was written. */
    public Optional<Audio> find(RecordingSid sid) {
        return Stream.of(RecordingFormat.values()).map(format -> new Audio(path(sid, format), format))
                .filter(audio -> Files.isRegularFile(audio.file())).findFirst();
    }

    /** The audio of a recording in this format; empty when it can't be had in it. */
    public Optional<AudioContent> content(RecordingSid sid, RecordingFormat wanted) {
        return find(sid).flatMap(audio -> AudioContent.of(audio, wanted));
    }

    /** Removes the file; false when there was none. */
    public boolean delete(RecordingSid sid) {
        try {
            boolean deleted = false;
            for (RecordingFormat format : RecordingFormat.values()) {
                deleted |= Files.deleteIfExists(path(sid, format));
            }
            return deleted;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the audio of " + sid, e);
        }
    }

    /** Bytes of the file; zero when there is none. */
    public long size(RecordingSid sid) {
        try {
            Optional<Audio> audio = find(sid);
            return audio.isPresent() ? Files.size(audio.get().file()) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether the folder can be looked into. */
    public boolean available() {
        return Files.isDirectory(folder) && Files.isReadable(folder);
    }

    /** Everything that lies in the folder, read piece by piece; to be closed. */
    public DirectoryStream<Path> all() throws IOException {
        return Files.newDirectoryStream(folder);
    }

    /** The recording that a file belongs to by its name. */
    public static Optional<RecordingSid> sidOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        boolean ours = dot > 0 && Stream.of(RecordingFormat.values())
                .anyMatch(format -> format.wireName().equals(name.substring(dot + 1)));
        try {
            return ours ? Optional.of(new RecordingSid(name.substring(0, dot))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Length of the audio that is in the file now. */
    public Duration length(RecordingSid sid) {
        try {
            Optional<Audio> audio = find(sid);
            return audio.isPresent() ? audio.get().length() : Duration.ZERO;
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    /** Mends a file that a crash left behind; the length of its audio, zero when there is none. */
    public Duration repair(RecordingSid sid) {
        try {
            Optional<Audio> audio = find(sid);
            return audio.isPresent() ? audio.get().repair() : Duration.ZERO;
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    private Path path(RecordingSid sid, RecordingFormat format) {
        return folder.resolve(sid + "." + format.wireName());
    }
}
