package org.callwright.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Counts failures for each key; at so many it locks the key for a time. Failures are forgotten when that time passes
 * without another one.
 */
final class LoginLock {

    private final int most;
    private final long lockNanos;
    private final LongSupplier nanoClock;
    private final RecentlyUsed<Failures> failures;

    private record Failures(int count, long last) {
    }

    /** @param most 0 for never to lock */
    LoginLock(int most, Duration lockTime, int tracked, LongSupplier nanoClock) {
        this.most = most;
        this.lockNanos = lockTime.toNanos();
        this.nanoClock = nanoClock;
        this.failures = new RecentlyUsed<>(tracked);
    }

    /** What is left of the lock, or empty. */
    synchronized Optional<Duration> locked(String key) {
        return fresh(key)
                .filter(seen -> most > 0 && seen.count >= most)
                .map(seen -> Duration.ofNanos(lockNanos - (nanoClock.getAsLong() - seen.last)));
    }

    synchronized void failed(String key) {
        int count = fresh(key).map(Failures::count).orElse(0) + 1;
        failures.put(key, new Failures(count, nanoClock.getAsLong()));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }

    private Optional<Failures> fresh(String key) {
        return Optional.ofNullable(failures.get(key)).filter(seen -> nanoClock.getAsLong() - seen.last < lockNanos);
    }
}
