package org.callwright.amd;

import java.util.List;
import java.util.function.Predicate;
import org.callwright.amd.corpus.Answer;
import org.callwright.amd.corpus.Kind;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;

/** The verdicts on some calls, and figures of them. */
record Score(List<Verdict> verdicts) {

    static Score of(List<Answer> answers, MachineDetection request) {
        return new Score(answers.stream().map(answer -> Verdict.of(answer, request)).toList());
    }

    Score where(Predicate<Verdict> which) {
        return new Score(verdicts.stream().filter(which).toList());
    }

    Score of(Kind kind) {
        return where(verdict -> verdict.answer().kind() == kind);
    }

    Score told(AnsweredBy answeredBy) {
        return where(verdict -> verdict.answeredBy() == answeredBy);
    }

    int size() {
        return verdicts.size();
    }

    /** Share of right ones, 0 to 1. */
    double right() {
        return (double) verdicts.stream().filter(Verdict::right).count() / size();
    }

    /** Mean time to the decision in seconds. */
    double meanSeconds() {
        return verdicts.stream().mapToInt(Verdict::millis).average().orElse(0) / 1000;
    }

    /** The time within which that share of the calls was decided, in seconds. */
    double seconds(double share) {
        int[] sorted = verdicts.stream().mapToInt(Verdict::millis).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1000.0;
    }
}
