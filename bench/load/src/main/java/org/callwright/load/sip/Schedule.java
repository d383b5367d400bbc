package org.callwright.load.sip;

import java.util.List;

/** Says when the next call is due: the phases one after the other, the calls of each evenly spaced. */
final class Schedule {

    private static final double NANOS = 1e9;

    private final List<Phase> phases;
    private int phase;
    private long phaseBegin;
    private long taken;

    Schedule(List<Phase> phases, long begin) {
        this.phases = phases;
        this.phaseBegin = begin;
    }

    /** Whether a call is due by now. */
    boolean due(long now) {
        return !over(now) && taken < phases.get(phase).calls() && now >= nextDue();
    }

    /** Index of the phase that a call which is due belongs to. */
    int phase() {
        return phase;
    }

    /** Takes the call that is due and says since when it is. */
    long take() {
        long due = nextDue();
        taken++;
        return due;
    }

    /** Whether all phases are over. */
    boolean over(long now) {
        while (phase < phases.size() && taken == phases.get(phase).calls() && now >= phaseEnd()) {
            phaseBegin = phaseEnd();
            phase++;
            taken = 0;
        }
        return phase == phases.size();
    }

    private long nextDue() {
        return phaseBegin + (long) (taken / phases.get(phase).rate() * NANOS);
    }

    private long phaseEnd() {
        return phaseBegin + (long) (phases.get(phase).seconds() * NANOS);
    }
}
