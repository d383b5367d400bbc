package org.callwright.accounts;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Answers of a slow source, kept for a short life, so that a burst of the same question asks once. What another node
 * changes is seen when the life is over; what this node changes, at once by {@link #clear}. Bounded: when full it
 * starts anew.
 */
public final class TimedCache<K, V> {

    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final long lifeNanos;
    private final int capacity;
    private final LongSupplier nanoClock;
    private volatile long generation;

    public TimedCache(Duration life, int capacity, LongSupplier nanoClock) {
        this.lifeNanos = life.toNanos();
        this.capacity = capacity;
        this.nanoClock = nanoClock;
    }

    /** The answer kept for the key, or the source's. A source that fails is asked again next time. */
    public V get(K key, Function<K, V> source) {
        long now = nanoClock.getAsLong();
        Entry<V> kept = entries.get(key);
        if (kept != null && now - kept.at < lifeNanos && kept.generation == generation) {
            return kept.value;
        }
        long asked = generation;
        V value = source.apply(key);
        if (entries.size() >= capacity) {
            entries.clear();
        }
        entries.put(key, new Entry<>(value, now, asked));
        return value;
    }

    /** Forgets everything, answers that are just being fetched too. */
    public synchronized void clear() {
        generation++;
        entries.clear();
    }

    private record Entry<V>(V value, long at, long generation) {
    }
}
