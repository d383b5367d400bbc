package org.callwright.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.callwright.call.value.RecordingFormat;
import org.callwright.media.codecs.file.WavOfGsm;

/**
 * The audio of a recording in the format that somebody wants it in, as far as it had grown when it was asked for.
 *
 * @param format of the content
 * @param modified when the file was written last, in ms
 * @param size of the content in bytes
 * @param fileSize bytes of the file
 */
public record AudioContent(Path file, RecordingFormat format, long modified, long size, long fileSize) {

    /** Empty when there is no such file, or none that can be given in this format: a WAV is not made a GSM file. */
    static Optional<AudioContent> of(RecordingFiles.Audio audio, RecordingFormat wanted) {
        boolean decoded = audio.format() == RecordingFormat.GSM && wanted == RecordingFormat.WAV;
        if (audio.format() != wanted && !decoded) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes now = Files.readAttributes(audio.file(), BasicFileAttributes.class);
            return Optional.of(new AudioContent(audio.file(), wanted, now.lastModifiedTime().toMillis(),
                    decoded ? WavOfGsm.size(now.size()) : now.size(), now.size()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The bytes; at least {@link #size} of them, unless the file has gone or got shorter since. */
    public InputStream open() throws IOException {
        return size != fileSize ? new WavOfGsm(file, fileSize) : Files.newInputStream(file);
    }
}
