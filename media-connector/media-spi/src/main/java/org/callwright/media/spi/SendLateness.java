package org.callwright.media.spi;

import java.util.Collections;
import java.util.List;

/**
 * How late packets left, as a histogram since the start of the media server. A turn of a session, every 20 ms, counts
 * once, when what it sent has left; one that was left out because the server stood for too long counts as the latest.
 *
 * @param turns for each of {@link #BOUNDS_MS} the turns that were so late at most and later than the bound before it;
 *        at the end those that were later than all
 */
public record SendLateness(List<Long> turns) {

    /** Upper ends of the buckets but the last, in milliseconds. */
    public static final List<Integer> BOUNDS_MS = List.of(1, 2, 5, 10, 20, 50, 100, 200);

    /** Nothing was sent, or the driver does not count. */
    public static final SendLateness NONE = new SendLateness(Collections.nCopies(BOUNDS_MS.size() + 1, 0L));

    /** @throws IllegalArgumentException when there is not one count for each bucket */
    public SendLateness {
        turns = List.copyOf(turns);
        if (turns.size() != BOUNDS_MS.size() + 1) {
            throw new IllegalArgumentException(turns.size() + " buckets, not " + (BOUNDS_MS.size() + 1));
        }
    }

    /** All turns. */
    public long total() {
        return turns.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Turns that were later than this.
     *
     * @param boundMs one of {@link #BOUNDS_MS}
     */
    public long laterThan(int boundMs) {
        int bound = BOUNDS_MS.indexOf(boundMs);
        if (bound < 0) {
            throw new IllegalArgumentException(boundMs + " ms is no bound");
        }
        return turns.subList(bound + 1, turns.size()).stream().mapToLong(Long::longValue).sum();
    }
}
