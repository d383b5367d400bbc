package org.callwright.media.embedded.record;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/**
 * Why a file could not be written, in words that may be shown to a recording's owner: without paths, which the JDK's own
 * messages tell. A JDK has no type for a full disk, only the words of the operating system.
 */
final class FileFailure {

    static final String DISK_FULL = "the disk is full";
    static final String NOT_ALLOWED = "the file may not be written";

    private FileFailure() {
    }

    static String of(Exception e) {
        String words = words(e).toLowerCase(Locale.ROOT);
        if (words.contains("no space left") || words.contains("quota exceeded") || words.contains("not enough space")) {
            return DISK_FULL;
        }
        if (e instanceof AccessDeniedException || words.contains("read-only file system")) {
            return NOT_ALLOWED;
        }
        return "the file could not be written: " + (words.isEmpty() ? e.getClass().getSimpleName() : words);
    }

    private static String words(Exception e) {
        String words = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
        return e instanceof IOException && words != null ? words : "";
    }
}
