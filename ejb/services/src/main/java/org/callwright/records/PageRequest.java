package org.callwright.records;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which part of a list is wanted.
 *
 * @param number zero-based
 * @param size rows on a page, at least 1
 * @param limit the list is cut after so many rows
 * @param after SID of the last row of the page before: the page starts behind it, wherever offsets have moved to. When
 *     that row is gone, the number decides
 */
public record PageRequest(int number, int size, OptionalInt limit, Optional<String> after, Order order) {

    public static PageRequest first(int size) {
        return new PageRequest(0, size, OptionalInt.empty(), Optional.empty(), Order.NATURAL);
    }

    /** Position of the page's first row in the list. */
    public long offset() {
        return (long) number * size;
    }

    /** How many rows the page may have at most, with the list cut at the limit. */
    public int room() {
        if (limit.isEmpty()) {
            return size;
        }
        return (int) Math.max(0, Math.min(size, limit.getAsInt() - offset()));
    }

    /** The list's length when so many rows match. */
    public long cut(long matching) {
        return limit.isPresent() ? Math.min(matching, limit.getAsInt()) : matching;
    }
}
