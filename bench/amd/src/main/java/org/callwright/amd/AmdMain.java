package org.callwright.amd;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.callwright.amd.corpus.Answer;
import org.callwright.amd.corpus.Corpus;
import org.callwright.amd.corpus.Kind;
import org.callwright.amd.corpus.Part;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetection.Mode;

/**
 * {@code tune}: figures of the tuning part for a grid of thresholds. {@code errors}: the calls of the tuning part that
 * are judged wrongly. {@code evaluate}: judges the test part with the default thresholds and writes the document; exit
 * code 1 when the bar is missed. Options {@code --seed N}, {@code --size N} (calls of each kind), {@code --document FILE},
 * {@code --commit NAME}, {@code --speech FOLDER} (where speech is kept for the next run).
 */
public final class AmdMain {

    private String command = "";
    private String commit = "unknown";
    private Path document = Path.of("docs/amd.md");
    private Path speech = Path.of("target/speech");
    private long seed = 2;
    private int size = 500;

    private AmdMain(List<String> arguments) {
        for (Iterator<String> words = arguments.iterator(); words.hasNext();) {
            String word = words.next();
            switch (word) {
                case "--seed" -> seed = Long.parseLong(words.next());
                case "--size" -> size = Integer.parseInt(words.next());
                case "--commit" -> commit = words.next();
                case "--document" -> document = Path.of(words.next());
                case "--speech" -> speech = Path.of(words.next());
                default -> command = word;
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(new AmdMain(Arrays.asList(arguments)).run());
    }

    private int run() throws Exception {
        switch (command) {
            case "tune" -> tune(corpus(Part.TUNING).answers());
            case "errors" -> errors(corpus(Part.TUNING).answers());
            case "evaluate" -> {
                return evaluate();
            }
            default -> {
                System.err.println("usage: amd tune|errors|evaluate [--seed N] [--size N] [--document FILE]"
                        + " [--commit NAME] [--speech FOLDER]");
                return 2;
            }
        }
        return 0;
    }

    private Corpus corpus(Part part) {
        return new Corpus(part, seed, size, speech);
    }

    private int evaluate() throws Exception {
        Corpus test = corpus(Part.TEST);
        Report report = new Report(corpus(Part.TUNING), test);
        Files.writeString(document, report.document(seed, size, commit), StandardCharsets.UTF_8);
        System.out.print(report.summary());
        return report.passed() ? 0 : 1;
    }

    private static void tune(List<Answer> answers) {
        for (int speech = 2100; speech <= 2900; speech += 200) {
            for (int end = 1050; end <= 1450; end += 100) {
                Score score = Score.of(answers, new MachineDetection(Mode.ENABLE, MachineDetection.DEFAULT_TIMEOUT,
                        Duration.ofMillis(speech), Duration.ofMillis(end), MachineDetection.DEFAULT_SILENCE_TIMEOUT));
                System.out.printf(Locale.ROOT, "speech %d end %d: humans %.1f %%, machines %.1f %%, mean %.2f s%n",
                        speech, end, 100 * score.of(Kind.HUMAN).right(), 100 * score.of(Kind.MACHINE).right(),
                        score.meanSeconds());
            }
        }
    }

    private static void errors(List<Answer> answers) {
        Score wrong = Score.of(answers, MachineDetection.of(Mode.ENABLE)).where(verdict -> !verdict.right());
        wrong.verdicts().forEach(verdict -> System.out.println(verdict.answeredBy() + " after " + verdict.millis()
                + " ms, greeting to " + verdict.answer().greetingEnd() + ": " + verdict.answer().name()));
    }
}
