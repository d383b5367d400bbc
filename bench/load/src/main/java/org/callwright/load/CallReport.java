package org.callwright.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callwright.load.report.Histogram;
import org.callwright.load.sip.CallPlan;
import org.callwright.load.sip.Outcome;
import org.callwright.load.sip.Phase;

/** What became of the calls of each phase, and second by second where something was not as it should be. */
final class CallReport {

    private static final int SECOND = 1_000_000;

    private final CallPlan plan;
    private final List<Outcome> outcomes;

    CallReport(CallPlan plan, List<Outcome> outcomes) {
        this.plan = plan;
        this.outcomes = outcomes;
    }

    List<Map<String, Object>> phases() {
        return IntStream.range(0, plan.phases().size()).mapToObj(this::phase).toList();
    }

    private Map<String, Object> phase(int index) {
        Phase phase = plan.phases().get(index);
        List<Outcome> calls = outcomes.stream().filter(call -> call.phase() == index).toList();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("name", phase.name());
        report.put("rate", phase.rate());
        report.put("seconds", phase.seconds());
        report.put("calls", calls.size());
        report.put("good", calls.stream().filter(Outcome::good).count());
        report.put("refused", calls.stream().filter(Outcome::refused).count());
        report.put("failed", calls.stream().filter(call -> !call.good() && !call.refused()).count());
        report.put("retransmissions", calls.stream().mapToLong(Outcome::retransmissions).sum());
        report.put("statuses", calls.stream().collect(
                Collectors.groupingBy(call -> String.valueOf(call.status()), TreeMap::new, Collectors.counting())));
        report.put("answerMs", times(calls.stream().filter(Outcome::answered).toList()).summary());
        report.put("refusalMs", times(calls.stream().filter(Outcome::refused).toList()).summary());
        report.put("eachSecond", seconds(calls));
        return report;
    }

    /** For each second: calls, good, refused, p99 in milliseconds of the answered. */
    private static List<List<Object>> seconds(List<Outcome> calls) {
        Map<Long, List<Outcome>> bySecond = calls.stream().collect(
                Collectors.groupingBy(call -> call.dueMicros() / SECOND, TreeMap::new, Collectors.toList()));
        List<List<Object>> rows = new ArrayList<>();
        bySecond.forEach((second, inIt) -> rows.add(List.of(second, inIt.size(),
                inIt.stream().filter(Outcome::good).count(), inIt.stream().filter(Outcome::refused).count(),
                times(inIt.stream().filter(Outcome::answered).toList()).percentile(0.99) / 1000.0)));
        return rows;
    }

    private static Histogram times(List<Outcome> calls) {
        Histogram times = new Histogram();
        calls.forEach(call -> times.add(call.answerMicros()));
        return times;
    }
}
