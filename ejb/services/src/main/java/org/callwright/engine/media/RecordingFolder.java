package org.callwright.engine.media;

import static org.callwright.engine.log.EngineLog.LOG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingSid;

/** Where recordings lie: a folder and files that only the server's user can read, where the file system knows users. */
public final class RecordingFolder {

    private final Path folder;

    public RecordingFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of recordings can't be used: " + folder, e);
        }
    }

    Path file(RecordingSid recording, RecordingFormat format) {
        return folder.resolve(recording + "." + format.wireName());
    }

    /** The driver makes the file; the folder protects it until this is called. */
    void protect(RecordingSid recording) {
        try {
            for (RecordingFormat format : RecordingFormat.values()) {
                if (Files.exists(file(recording, format))) {
                    restrict(file(recording, format), "rw-------");
                }
            }
        } catch (IOException e) {
            LOG.recordingNotProtected(recording.value(), e);
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (UnsupportedOperationException e) {
            LOG.debugf("no POSIX permissions on %s", path);
        }
    }
}
