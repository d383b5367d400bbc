package org.callwright.accounts;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps what was used latest and forgets the rest, so that strangers cannot fill the memory. */
final class RecentlyUsed<V> extends LinkedHashMap<String, V> {

    private static final long serialVersionUID = 1L;

    private final int capacity;

    RecentlyUsed(int capacity) {
        super(16, 0.75f, true);
        this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > capacity;
    }
}
