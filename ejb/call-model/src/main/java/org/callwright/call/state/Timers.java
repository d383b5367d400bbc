package org.callwright.call.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The running timers. Each start has a number of its own, so that one that fired too late is told from its successor.
 */
public record Timers(List<Timer> running) {

    public static final Timers NONE = new Timers(List.of());

    /** A running timer. */
    public record Timer(TimerKind kind, long number) {
    }

    public Timers {
        running = List.copyOf(running);
    }

    public Optional<Timer> of(TimerKind kind) {
        return running.stream().filter(timer -> timer.kind() == kind).findFirst();
    }

    public Optional<TimerKind> kindOf(long number) {
        return running.stream().filter(timer -> timer.number() == number).map(Timer::kind).findFirst();
    }

    public Timers with(TimerKind kind, long number) {
        return new Timers(Stream.concat(without(kind).running.stream(), Stream.of(new Timer(kind, number))).toList());
    }

    public Timers without(TimerKind kind) {
        return new Timers(running.stream().filter(timer -> timer.kind() != kind).toList());
    }
}
