package org.callwright.sip.container.guard;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A token bucket for each source, kept as one number: the time at which the bucket would be full again. To admit is to
 * move that time on by the share of one request, as long as it is not further away than what may come at once. A bucket
 * that is full again says nothing and may go; with {@link #MOST_SOURCES} in use, sources that are not known yet share
 * one, so that a flood from many addresses costs no more memory.
 *
 * <p>Of an IPv6 source the first 64 bits count: one subscriber has all addresses behind them.
 */
final class SourceRates {
    static final int MOST_SOURCES = 10_000;
    private static final int NETWORK_BYTES = 8;
    private static final Source OTHERS = new Source(new byte[0]);

    private final SourceLimit limit;
    private final LongSupplier nanoClock;
    private final long share;
    private final long most;
    private final Map<Source, AtomicLong> buckets = new ConcurrentHashMap<>();
    private final AtomicLong nextSweep;

    SourceRates(SourceLimit limit, LongSupplier nanoClock) {
        this.limit = limit;
        this.nanoClock = nanoClock;
        share = limit.perSecond() == 0 ? 0 : 1_000_000_000L / limit.perSecond();
        most = 2 * share * limit.perSecond();
        nextSweep = new AtomicLong(nanoClock.getAsLong());
    }

    boolean admits(InetAddress source) {
        if (share == 0 || !limit.appliesTo(source)) {
            return true;
        }
        long now = nanoClock.getAsLong();
        AtomicLong fullAgain = bucket(Source.of(source), now);
        while (true) {
            long time = fullAgain.get();
            long next = Math.max(time - now, 0) + share;
            if (next > most) {
                return false;
            }
            if (fullAgain.compareAndSet(time, now + next)) {
                return true;
            }
        }
    }

    int tracked() {
        return buckets.size();
    }

    private AtomicLong bucket(Source source, long now) {
        AtomicLong known = buckets.get(source);
        if (known != null) {
            return known;
        }
        if (buckets.size() >= MOST_SOURCES) {
            sweep(now);
        }
        return buckets.computeIfAbsent(buckets.size() >= MOST_SOURCES ? OTHERS : source, unseen -> new AtomicLong(now));
    }

    /** At most once in the time a bucket takes to be full again, as before that hardly any can go. */
    private void sweep(long now) {
        long due = nextSweep.get();
        if (now - due >= 0 && nextSweep.compareAndSet(due, now + most)) {
            buckets.values().removeIf(fullAgain -> fullAgain.get() - now <= 0);
        }
    }

    private record Source(byte[] network) {

        static Source of(InetAddress address) {
            byte[] bytes = address.getAddress();
            return new Source(bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Source source && Arrays.equals(network, source.network);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(network);
        }
    }
}
