package org.callwright.sip.container.statistics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What passed through the container since it started. Requests are counted by method (methods the container does not
 * know together as {@code OTHER}, so that a scanner cannot grow the table), responses by class ({@code 2xx}).
 */
public final class SipStatistics {
    private static final Set<String> METHODS = Set.of("INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "PRACK", "UPDATE",
            "INFO", "MESSAGE", "REGISTER", "SUBSCRIBE", "NOTIFY", "REFER", "PUBLISH");

    private final Map<String, LongAdder> requestsIn = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> requestsOut = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> responsesIn = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> responsesOut = new ConcurrentHashMap<>();
    private final LongAdder refusedDraining = new LongAdder();
    private final LongAdder refusedOverloaded = new LongAdder();
    private final LongAdder refusedLimited = new LongAdder();

    public void requestIn(String method) {
        count(requestsIn, known(method));
    }

    public void requestOut(String method) {
        count(requestsOut, known(method));
    }

    public void responseIn(int status) {
        count(responsesIn, status / 100 + "xx");
    }

    public void responseOut(int status) {
        count(responsesOut, status / 100 + "xx");
    }

    public void refused(boolean draining) {
        (draining ? refusedDraining : refusedOverloaded).increment();
    }

    /** A request was above the rate of its source. */
    public void limited() {
        refusedLimited.increment();
    }

    /** Requests received, by method; retransmissions the stack absorbs are not in it. */
    public Map<String, Long> requestsIn() {
        return copy(requestsIn);
    }

    public Map<String, Long> requestsOut() {
        return copy(requestsOut);
    }

    public Map<String, Long> responsesIn() {
        return copy(responsesIn);
    }

    public Map<String, Long> responsesOut() {
        return copy(responsesOut);
    }

    /** Requests answered 503 because the container drains. */
    public long refusedDraining() {
        return refusedDraining.sum();
    }

    /** Requests answered 503 because too many messages waited. */
    public long refusedOverloaded() {
        return refusedOverloaded.sum();
    }

    /** Requests answered 503 because their source sent too many. */
    public long refusedLimited() {
        return refusedLimited.sum();
    }

    private static String known(String method) {
        return METHODS.contains(method) ? method : "OTHER";
    }

    private static void count(Map<String, LongAdder> table, String key) {
        table.computeIfAbsent(key, unseen -> new LongAdder()).increment();
    }

    private static Map<String, Long> copy(Map<String, LongAdder> table) {
        Map<String, Long> copy = new TreeMap<>();
        table.forEach((key, adder) -> copy.put(key, adder.sum()));
        return copy;
    }
}
