package org.callwright.amd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callwright.amd.corpus.Answer;
import org.callwright.amd.corpus.Corpus;
import org.callwright.amd.corpus.Kind;
import org.callwright.amd.corpus.Part;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetection.Mode;

/** What the test part says of the detector with its default thresholds, as a document; the tuning part beside it. */
final class Report {

    private static final double HUMANS = 0.98;
    private static final double MACHINES = 0.90;
    private static final double SECONDS = 3.5;

    private final Corpus tuning;
    private final Corpus test;
    private final Score tuned;
    private final Score score;
    private final Score ends;

    Report(Corpus tuning, Corpus test) {
        this.tuning = tuning;
        this.test = test;
        tuned = Score.of(tuning.answers(), MachineDetection.of(Mode.ENABLE));
        score = Score.of(test.answers(), MachineDetection.of(Mode.ENABLE));
        ends = Score.of(test.answers(), MachineDetection.of(Mode.DETECT_MESSAGE_END)).of(Kind.MACHINE);
    }

    /** Whether the test part reaches the bar. */
    boolean passed() {
        return score.of(Kind.HUMAN).right() >= HUMANS && score.of(Kind.MACHINE).right() >= MACHINES
                && score.meanSeconds() <= SECONDS;
    }

    String summary() {
        return figures("test", score) + figures("tuning", tuned) + (passed() ? "" : "the bar is missed\n");
    }

    private static String figures(String name, Score score) {
        return format("%s part: %.1f %% of humans and %.1f %% of machines right, mean decision after %.2f s%n", name,
                100 * score.of(Kind.HUMAN).right(), 100 * score.of(Kind.MACHINE).right(), score.meanSeconds());
    }

    String document(long seed, int size, String commit) throws IOException {
        try (InputStream template = Report.class.getResourceAsStream("amd.md")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@command@", "bench/amd/run evaluate --seed " + seed + " --size " + size)
                    .replace("@commit@", commit)
                    .replace("@tuningPrint@", tuning.fingerprint()).replace("@testPrint@", test.fingerprint())
                    .replace("@tuningVoices@", String.join(", ", tuning.voices()))
                    .replace("@testVoices@", String.join(", ", test.voices()))
                    .replace("@speech@", Long.toString(MachineDetection.DEFAULT_SPEECH_THRESHOLD.toMillis()))
                    .replace("@speechEnd@", Long.toString(MachineDetection.DEFAULT_SPEECH_END_THRESHOLD.toMillis()))
                    .replace("@bar@", passed() ? "reached" : "missed")
                    .replace("@figures@", parts())
                    .replace("@matrix@", matrix())
                    .replace("@times@", times())
                    .replace("@groups@", groups("What is said", Answer::group))
                    .replace("@noises@", groups("Background", Answer::noise))
                    .replace("@ends@", ends());
        }
    }

    private String parts() {
        return "| | humans right | machines right | mean decision |\n|---|---|---|---|\n"
                + row("bar", format("%.0f %%", 100 * HUMANS), format("%.0f %%", 100 * MACHINES),
                        format("%.1f s", SECONDS))
                + part(Part.TEST, score) + part(Part.TUNING, tuned);
    }

    private static String part(Part part, Score score) {
        return row(part + " part", format("%.1f %%", 100 * score.of(Kind.HUMAN).right()),
                format("%.1f %%", 100 * score.of(Kind.MACHINE).right()), format("%.2f s", score.meanSeconds()));
    }

    private String matrix() {
        StringBuilder table = new StringBuilder("| answered by | told human | told machine_start | told unknown |\n"
                + "|---|---|---|---|\n");
        for (Kind kind : Kind.values()) {
            Score calls = score.of(kind);
            table.append(row(kind.toString(), count(calls.told(AnsweredBy.HUMAN)),
                    count(calls.told(AnsweredBy.MACHINE_START)), count(calls.told(AnsweredBy.UNKNOWN))));
        }
        return table.toString();
    }

    private String times() {
        StringBuilder table = new StringBuilder("| answered by | mean | half within | 95 % within |\n|---|---|---|---|\n");
        for (Kind kind : Kind.values()) {
            Score calls = score.of(kind);
            table.append(row(kind.toString(), format("%.2f s", calls.meanSeconds()),
                    format("%.2f s", calls.seconds(0.5)), format("%.2f s", calls.seconds(0.95))));
        }
        return table.toString();
    }

    private String groups(String title, Function<Answer, String> group) {
        StringBuilder table = new StringBuilder("| " + title + " | answered by | calls | right | mean decision |\n"
                + "|---|---|---|---|---|\n");
        for (Kind kind : Kind.values()) {
            Score calls = score.of(kind);
            Set<String> names = calls.verdicts().stream().map(Verdict::answer).map(group).sorted()
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            for (String name : names) {
                Score of = calls.where(verdict -> group.apply(verdict.answer()).equals(name));
                table.append(row(name, kind.toString(), count(of), format("%.1f %%", 100 * of.right()),
                        format("%.2f s", of.meanSeconds())));
            }
        }
        return table.toString();
    }

    private String ends() {
        StringBuilder table = new StringBuilder("| machine | calls | machine_end_beep | machine_end_silence | human | other"
                + " | told after its end, median |\n|---|---|---|---|---|---|---|\n");
        table.append(ends("that beeps", ends.where(verdict -> verdict.answer().beepEnd() >= 0)));
        table.append(ends("that does not beep", ends.where(verdict -> verdict.answer().beepEnd() < 0)));
        return table.toString();
    }

    private static String ends(String name, Score calls) {
        Score beeps = calls.told(AnsweredBy.MACHINE_END_BEEP);
        Score silences = calls.told(AnsweredBy.MACHINE_END_SILENCE);
        Score humans = calls.told(AnsweredBy.HUMAN);
        List<Verdict> told = beeps.size() > 0 ? beeps.verdicts() : silences.verdicts();
        int[] late = told.stream().mapToInt(verdict -> verdict.millis()
                - Math.max(verdict.answer().greetingEnd(), verdict.answer().beepEnd())).sorted().toArray();
        return row(name, count(calls), count(beeps), count(silences), count(humans),
                Integer.toString(calls.size() - beeps.size() - silences.size() - humans.size()),
                late.length == 0 ? "" : format("%.2f s", late[late.length / 2] / 1000.0));
    }

    private static String count(Score calls) {
        return Integer.toString(calls.size());
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
