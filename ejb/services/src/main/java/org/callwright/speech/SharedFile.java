package org.callwright.speech;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A file that is deleted when the last of those who hold it lets it go. */
final class SharedFile {

    private final Path path;
    private int holds;

    SharedFile(Path path) {
        this.path = path;
    }

    /** The right to read the file until it is released. */
    final class Hold {

        private final AtomicBoolean released = new AtomicBoolean();

        private Hold() {
        }

        Path path() {
            return path;
        }

        /** For somebody else, as long as this one is not released. */
        Hold another() {
            return hold();
        }

        void release() {
            if (released.compareAndSet(false, true)) {
                letGo();
            }
        }
    }

    /** The first one by whoever made the file. */
    synchronized Hold hold() {
        holds++;
        return new Hold();
    }

    private synchronized void letGo() {
        if (--holds == 0) {
            AudioFetcher.delete(path);
        }
    }
}
