package org.callwright.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** So many requests a second for each key, and twice as many at once: a token bucket for each key seen lately. */
public final class RateLimit {

    private static final double NANOS = 1e9;

    private final int perSecond;
    private final LongSupplier nanoClock;
    private final RecentlyUsed<Bucket> buckets;

    private static final class Bucket {
        private double tokens;
        private long at;
    }

    /** @param perSecond 0 for no limit */
    public RateLimit(int perSecond, int tracked, LongSupplier nanoClock) {
        this.perSecond = perSecond;
        this.nanoClock = nanoClock;
        this.buckets = new RecentlyUsed<>(tracked);
    }

    /** Counts a request; how long to wait when it is one too many, else empty. */
    public synchronized Optional<Duration> take(String key) {
        if (perSecond == 0) {
            return Optional.empty();
        }
        long now = nanoClock.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(key, k -> full(now));
        bucket.tokens = Math.min(2.0 * perSecond, bucket.tokens + (now - bucket.at) / NANOS * perSecond);
        bucket.at = now;
        if (bucket.tokens < 1) {
            return Optional.of(Duration.ofNanos((long) ((1 - bucket.tokens) / perSecond * NANOS)));
        }
        bucket.tokens--;
        return Optional.empty();
    }

    private Bucket full(long now) {
        Bucket bucket = new Bucket();
        bucket.tokens = 2.0 * perSecond;
        bucket.at = now;
        return bucket;
    }
}
