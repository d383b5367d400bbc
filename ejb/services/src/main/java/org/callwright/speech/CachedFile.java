package org.callwright.speech;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What the note beside a cached file says: its size and SHA-256, by which a file that a crash or a disk damaged is
 * found out, and the label it was stored with. The note is written after the file, so one without a note is unfinished.
 */
record CachedFile(long size, String sha256, String label) {

    static CachedFile of(Path file, String label) throws IOException {
        MessageDigest digest = SpeechKey.sha256();
        byte[] block = new byte[65_536];
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
                size += read;
            }
        }
        return new CachedFile(size, HexFormat.of().formatHex(digest.digest()), label);
    }

    /** Empty when there is no such note, or it makes no sense. */
    static Optional<CachedFile> readNote(Path note) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        List<String> lines = List.of(new String(Files.readAllBytes(note), StandardCharsets.UTF_8).split("\n", 3));
        if (lines.size() != 3 || !lines.get(0).matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new CachedFile(Long.parseLong(lines.get(0)), lines.get(1), lines.get(2)));
    }

    String note() {
        return size + "\n" + sha256 + "\n" + label;
    }
}
