package org.callwright.speech;

import java.time.Clock;
import java.time.Duration;

/**
 * Keeps a dead provider from costing everybody its time limit: after three failures in a row it rests, and everybody is
 * told at once. When the rest is over one request finds out whether it is well; meanwhile the others still stay away.
 */
final class CircuitBreaker {

    static final int FAILURES = 3;

    private final Duration rest;
    private final Clock clock;
    private int failures;
    private long restsUntil;

    /** @param rest zero: it never rests */
    CircuitBreaker(Duration rest, Clock clock) {
        this.rest = rest;
        this.clock = clock;
    }

    /** Whether the provider may be asked now; whoever is told so must tell how it went. */
    synchronized boolean permits() {
        if (!resting()) {
            return true;
        }
        if (clock.millis() < restsUntil) {
            return false;
        }
        restsUntil = clock.millis() + rest.toMillis();
        return true;
    }

    /** Whether there were as many failures, and no success since. */
    synchronized boolean resting() {
        return failures >= FAILURES && !rest.isZero();
    }

    long restMillis() {
        return rest.toMillis();
    }

    /** @return whether it had rested before */
    synchronized boolean succeeded() {
        boolean rested = resting();
        failures = 0;
        return rested;
    }

    /** @return whether it begins to rest now, for the first time since its last success */
    synchronized boolean failed() {
        failures++;
        restsUntil = clock.millis() + rest.toMillis();
        return resting() && failures == FAILURES;
    }
}
