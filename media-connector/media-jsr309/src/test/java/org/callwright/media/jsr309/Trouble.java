package org.callwright.media.jsr309;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the stand-in does wrong. Nothing, unless a test says so. */
final class Trouble {

    /** By interface and method, such as {@code Player.play}: what is done in their place; it may throw anything. */
    static final Map<String, Proxies.Call> INSTEAD = new ConcurrentHashMap<>();
    /** Types of events that are never told. */
    static final Set<String> UNTOLD = ConcurrentHashMap.newKeySet();
    /** How many times receiving signals fails at once. */
    static final AtomicInteger DEAF = new AtomicInteger();
    /** Signals with which receiving ends at once, one each time, and which are told only by that end. */
    static final Queue<String> ONLY_AT_THE_END = new ConcurrentLinkedQueue<>();
    /** The same, of signals that are told by themselves before it. */
    static final Queue<String> ALSO_AT_THE_END = new ConcurrentLinkedQueue<>();
    /** How many answers and offers have an offer that nobody asked for before them. */
    static final AtomicInteger OFFERS = new AtomicInteger();

    /** The qualifier of recordings that end, whatever ended them; null for the right one. */
    static volatile String qualifier;

    private Trouble() {
    }

    static void end() {
        INSTEAD.clear();
        UNTOLD.clear();
        DEAF.set(0);
        ONLY_AT_THE_END.clear();
        ALSO_AT_THE_END.clear();
        OFFERS.set(0);
        qualifier = null;
    }

    /** Whether it is to happen once more. */
    static boolean once(AtomicInteger count) {
        return count.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}
