package org.callwright.engine.core;

import static org.callwright.engine.log.EngineLog.LOG;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells the operator of refused calls at most once a minute, and how many there were: a flood must not fill the disk. */
final class Refusals {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant next = Instant.MIN;
    private long untold;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    synchronized void happened(String reason) {
        untold++;
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            LOG.callsRefused(untold, reason);
            untold = 0;
            next = now.plus(PAUSE);
        }
    }
}
