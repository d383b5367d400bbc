package org.callwright.speech;

import static org.callwright.engine.log.EngineLog.LOG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files in a folder up to a total size; the one that was not used for the longest time goes first. A file that somebody
 * holds a {@link Lease} on is not deleted. It survives a restart; a file is checked against its note before its first
 * use in this run, and one that does not fit is thrown away, to be made anew.
 */
final class FileCache {

    private static final long TOUCH_MILLIS = 600_000;

    private final Path folder;
    private final long maxBytes;
    private final Clock clock;
    private final Map<String, Entry> entries = new HashMap<>();
    private long bytes;
    private long evictions;

    /** Makes a file's content at the path it is given. */
    @FunctionalInterface
    interface Content {

        void writeTo(Path file) throws IOException;
    }

    /** The right to read a file; closed when done. */
    interface Lease {

        Path file();

        String label();

        void release();
    }

    private static final class Entry {
        private final String key;
        private final CachedFile file;
        private boolean checked;
        private int leases;
        private long used;
        private long touched;

        private Entry(String key, CachedFile file, long used) {
            this.key = key;
            this.file = file;
            this.used = used;
            this.touched = used;
        }
    }

    /** Opens the folder, made when missing. Unfinished files of a run that died are deleted. */
    FileCache(Path folder, long maxBytes, Clock clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    load(file);
                }
            }
            evict();
        } catch (IOException e) {
            throw new UncheckedIOException("the cache folder " + folder + " can't be used", e);
        }
    }

    /** The file, leased, if it is there and sound. Reads the file at its first use. */
    Optional<Lease> find(String key) throws IOException {
        Entry entry;
        synchronized (this) {
            entry = entries.get(key);
            if (entry == null) {
                return Optional.empty();
            }
            entry.leases++;
            if (entry.checked && Files.exists(path(key))) {
                return Optional.of(used(entry));
            }
        }
        boolean sound = Files.exists(path(key)) && CachedFile.of(path(key), entry.file.label()).equals(entry.file);
        synchronized (this) {
            if (sound) {
                entry.checked = true;
                return Optional.of(used(entry));
            }
            entry.leases--;
            LOG.cacheEntryDamaged(key);
            drop(entry);
            return Optional.empty();
        }
    }

    /** Stores what the content writes under the key, by a temporary file and an atomic rename, and leases it. */
    Lease put(String key, String label, Content content) throws IOException {
        Path temporary = Files.createTempFile(folder, "new", ".tmp");
        try {
            Files.delete(temporary);
            content.writeTo(temporary);
            CachedFile file = CachedFile.of(temporary, label);
            synchronized (this) {
                Entry before = entries.get(key);
                if (before != null) {
                    forget(before);
                }
                place(key, temporary, file);
                Entry entry = new Entry(key, file, clock.millis());
                entry.checked = true;
                entry.leases = 1;
                entries.put(key, entry);
                bytes += file.size();
                evict();
                return used(entry);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The file, then its note; when the disk has no room for the note either, neither stays. */
    private void place(String key, Path temporary, CachedFile file) throws IOException {
        Files.move(temporary, path(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try {
            Files.writeString(temporary, file.note());
            Files.move(temporary, note(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(path(key));
            throw e;
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized int size() {
        return entries.size();
    }

    /** Files that made room for others since this was opened. */
    synchronized long evictions() {
        return evictions;
    }

    long maxBytes() {
        return maxBytes;
    }

    private Lease used(Entry entry) {
        entry.used = clock.millis();
        if (entry.used - entry.touched > TOUCH_MILLIS) {
            entry.touched = entry.used;
            touch(entry);
        }
        return new Lease() {
            private boolean released;

            @Override
            public Path file() {
                return path(entry.key);
            }

            @Override
            public String label() {
                return entry.file.label();
            }

            @Override
            public void release() {
                synchronized (FileCache.this) {
                    if (!released) {
                        released = true;
                        entry.leases--;
                        evict();
                    }
                }
            }
        };
    }

    private void touch(Entry entry) {
        try {
            Files.setLastModifiedTime(path(entry.key), FileTime.fromMillis(entry.used));
        } catch (IOException e) {
            LOG.debugf(e, "the time of %s could not be set", entry.key);
        }
    }

    private void evict() {
        while (bytes > maxBytes) {
            Optional<Entry> oldest = entries.values().stream().filter(entry -> entry.leases == 0)
                    .min(Comparator.comparingLong(entry -> entry.used));
            if (oldest.isEmpty()) {
                return;
            }
            evictions++;
            drop(oldest.get());
        }
    }

    private void drop(Entry entry) {
        forget(entry);
        try {
            Files.deleteIfExists(note(entry.key));
            Files.deleteIfExists(path(entry.key));
        } catch (IOException e) {
            LOG.cacheEntryStays(entry.key, e);
        }
    }

    private void forget(Entry entry) {
        if (entries.remove(entry.key, entry)) {
            bytes -= entry.file.size();
        }
    }

    private void load(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".tmp")) {
            Files.deleteIfExists(file);
        } else if (name.endsWith(".wav")) {
            String key = name.substring(0, name.length() - 4);
            Optional<CachedFile> note = CachedFile.readNote(note(key));
            if (note.isPresent() && note.get().size() == Files.size(file)) {
                entries.put(key, new Entry(key, note.get(), Files.getLastModifiedTime(file).toMillis()));
                bytes += note.get().size();
            } else {
                LOG.cacheEntryDamaged(key);
                Files.deleteIfExists(note(key));
                Files.deleteIfExists(file);
            }
        }
    }

    private Path path(String key) {
        return folder.resolve(key + ".wav");
    }

    private Path note(String key) {
        return folder.resolve(key + ".note");
    }
}
