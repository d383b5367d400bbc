package org.callwright.media.embedded.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.callwright.media.spi.AudioFormat;

/**
 * The threads that write recordings. Each looks after its share of the files five times a second, so a file's header is
 * never older than that plus the time of one round; a file that ends is written out and closed at once.
 */
public final class FileWriters implements AutoCloseable {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(200);

    private final List<Writer> writers = new ArrayList<>();
    private int next;

    public FileWriters(int threads) {
        for (int i = 0; i < threads; i++) {
            Writer writer = new Writer("media-files-" + i);
            writers.add(writer);
            writer.start();
        }
    }

    /** Begins a file; it is made by the writer thread, and what hinders that shows as the file's failure. */
    synchronized RecordingFile open(Path path, AudioFormat format, int channels) {
        Writer writer = writers.get(next++ % writers.size());
        RecordingFile file = new RecordingFile(path, format, channels);
        writer.files.add(file);
        LockSupport.unpark(writer);
        return file;
    }

    /** Has what is left of a finished file written soon. */
    void hurry() {
        writers.forEach(LockSupport::unpark);
    }

    @Override
    public void close() {
        writers.forEach(Writer::end);
    }

    private static final class Writer extends Thread {

        private final List<RecordingFile> files = new CopyOnWriteArrayList<>();
        private final short[] chunk = RecordingFile.chunk();
        private volatile boolean running = true;

        Writer(String name) {
            super(name);
            setDaemon(true);
        }

        @Override
        public void run() {
            while (running || !files.isEmpty()) {
                for (RecordingFile file : files) {
                    if (file.drain(chunk)) {
                        files.remove(file);
                    }
                }
                if (files.isEmpty() && running) {
                    LockSupport.park(this);
                } else {
                    LockSupport.parkNanos(this, PERIOD);
                }
            }
        }

        /** Writes out everything and ends; recordings that nobody finished are finished now. */
        void end() {
            files.forEach(RecordingFile::finish);
            running = false;
            LockSupport.unpark(this);
            try {
                join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
