package org.callwright.media.embedded.tick;

/** What has a turn every 20 ms. */
public interface Ticked {

    /**
     * One turn; must not block.
     *
     * @param nanoTime the clock when the turn's slot began
     * @param rounds how many 20 ms rounds passed since the turn before: 1, or more after a stall too long to make up
     */
    void tick(long nanoTime, int rounds);
}
