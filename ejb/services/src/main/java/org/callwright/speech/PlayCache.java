package org.callwright.speech;

import java.net.URI;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.callwright.http.Freshness;

/**
 * Remote audio that was fetched and converted, for the next who plays the same URL: as much as fits, what was not used
 * for the longest time goes first. Whether it may be used without asking its host is told by what is kept with it. It
 * does not outlive the server.
 */
final class PlayCache {

    /** What an entry counts at least, as small files need memory too. */
    static final int LEAST_BYTES = 65_536;

    private static final int MAX_TEXT = 4_096;

    private final long maxBytes;
    private final Map<URI, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /**
     * An entry as somebody uses it.
     *
     * @param file a hold of the user's own
     */
    record Kept(SharedFile.Hold file, Freshness freshness) {
    }

    private record Entry(SharedFile.Hold file, long bytes, Freshness freshness) {
    }

    PlayCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    synchronized Optional<Kept> find(URI url) {
        Entry entry = entries.get(url);
        if (entry == null) {
            return Optional.empty();
        }
        if (!Files.exists(entry.file().path())) {
            forget(url);
            return Optional.empty();
        }
        return Optional.of(new Kept(entry.file().another(), entry.freshness()));
    }

    /**
     * Keeps a file in the place of what was there, if it may be kept and is not too large; otherwise there is nothing
     * kept for the URL.
     *
     * @param file the caller's hold, which stays the caller's
     */
    synchronized void keep(URI url, SharedFile.Hold file, long size, Freshness freshness) {
        forget(url);
        long counted = Math.max(size, LEAST_BYTES);
        if (freshness.storable() && counted <= maxBytes && textOf(url, freshness) <= MAX_TEXT) {
            entries.put(url, new Entry(file.another(), counted, freshness));
            bytes += counted;
            shrink();
        }
    }

    /** The host said that what was found still holds. */
    synchronized void confirm(URI url, Kept kept, Freshness freshness) {
        Entry entry = entries.get(url);
        if (entry != null && entry.file().path().equals(kept.file().path())) {
            keep(url, kept.file(), entry.bytes(), freshness);
        }
    }

    synchronized void forget(URI url) {
        Entry entry = entries.remove(url);
        if (entry != null) {
            bytes -= entry.bytes();
            entry.file().release();
        }
    }

    private void shrink() {
        Iterator<Entry> eldest = entries.values().iterator();
        while (bytes > maxBytes) {
            Entry entry = eldest.next();
            eldest.remove();
            bytes -= entry.bytes();
            entry.file().release();
        }
    }

    private static int textOf(URI url, Freshness freshness) {
        return url.toString().length() + freshness.headers().values().stream().mapToInt(String::length).sum();
    }
}
