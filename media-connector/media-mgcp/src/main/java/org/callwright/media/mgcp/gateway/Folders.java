package org.callwright.media.mgcp.gateway;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which files call agents may name: {@code file:} addresses below two folders. Decided by the names alone, since the
 * loop must not wait for a disk; so a symbolic link in a folder leads where its maker wants.
 */
final class Folders {

    private final Path announcements;
    private final Path recordings;

    Folders(Path announcements, Path recordings) {
        this.announcements = announcements.toAbsolutePath().normalize();
        this.recordings = recordings.toAbsolutePath().normalize();
    }

    /** The file to play; empty when it is none that may be. */
    Optional<Path> readable(URI address) {
        return path(address).filter(path -> below(path, announcements) || below(path, recordings));
    }

    /** The file to record to; empty when it is none that may be. */
    Optional<Path> writable(URI address) {
        return path(address).filter(path -> below(path, recordings));
    }

    private static boolean below(Path path, Path folder) {
        return path.startsWith(folder) && !path.equals(folder);
    }

    private static Optional<Path> path(URI address) {
        if (!"file".equalsIgnoreCase(address.getScheme())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(address).toAbsolutePath().normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
