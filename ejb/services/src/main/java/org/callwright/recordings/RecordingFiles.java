package org.callwright.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.callwright.call.value.RecordingSid;
import org.callwright.media.codecs.WavRepair;
import org.callwright.settings.Settings;

/** The audio files: {@code {SID}.wav} in the recordings folder, 8 kHz 16-bit mono behind a header of 44 bytes. */
@ApplicationScoped
public class RecordingFiles {

    private static final String SUFFIX = ".wav";
    private static final int HEADER_BYTES = 44;
    private static final int BYTES_PER_MILLISECOND = 16;

    private final Path folder;

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

    public Optional<Path> find(RecordingSid sid) {
        return Optional.of(path(sid)).filter(Files::isRegularFile);
    }

    /** Removes the file; false when there was none. */
    public boolean delete(RecordingSid sid) {
        try {
            return Files.deleteIfExists(path(sid));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the audio of " + sid, e);
        }
    }

    /** Bytes of the file; zero when there is none. */
    public long size(RecordingSid sid) {
        try {
            return Files.size(path(sid));
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
        try {
            return name.endsWith(SUFFIX)
                    ? Optional.of(new RecordingSid(name.substring(0, name.length() - SUFFIX.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Length of the audio that is in the file now. */
    public Duration length(RecordingSid sid) {
        try {
            long audio = Math.max(0, Files.size(path(sid)) - HEADER_BYTES);
            return Duration.ofMillis(audio / BYTES_PER_MILLISECOND);
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    /** Mends a file that a crash left behind; the length of its audio, zero when there is none. */
    public Duration repair(RecordingSid sid) {
        try {
            return find(sid).isPresent() ? WavRepair.repair(path(sid)) : Duration.ZERO;
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    private Path path(RecordingSid sid) {
        return folder.resolve(sid + SUFFIX);
    }
}
