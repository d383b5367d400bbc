package org.callwright.tms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/** One round of the dialler: results first, so that their room is free, then new calls; gives the pause to the next. */
final class DiallingRound implements Supplier<Duration> {

    private static final Duration BUSY = Duration.ofMillis(50);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration SETTLING = Duration.ofMillis(500);
    private static final Duration TIDYING = Duration.ofSeconds(5);

    private final Dialler dialler;
    private final Settlement settlement;
    private final OutcomeStore outcomes;
    private final MessageAudio audio;
    private final Clock clock;
    private Instant settled = Instant.EPOCH;
    private Instant tidied = Instant.EPOCH;

    DiallingRound(Dialler dialler, Settlement settlement, OutcomeStore outcomes, MessageAudio audio, Clock clock) {
        this.dialler = dialler;
        this.settlement = settlement;
        this.outcomes = outcomes;
        this.audio = audio;
        this.clock = clock;
    }

    @Override
    public Duration get() {
        Instant now = clock.instant();
        if (!settled.plus(SETTLING).isAfter(now)) {
            settled = settlement.settle() ? Instant.EPOCH : now;
        }
        if (!tidied.plus(TIDYING).isAfter(now)) {
            outcomes.tidy(now);
            Set<Long> live = outcomes.live(audio.messages());
            audio.keepOnly(live::contains);
            tidied = now;
        }
        return dialler.dial() ? BUSY : IDLE;
    }
}
