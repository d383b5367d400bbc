package org.callwright.amd.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What somebody says when answering.
 *
 * @param weight how often it comes, relative to the others
 */
record Script(Part part, Kind kind, String group, int weight, List<String> sentences) {

    private static final List<String> FIRST = List.of("Mary", "John", "Susan", "Peter", "Elizabeth", "Tom", "Caroline",
            "Bob", "Jennifer", "Alexander", "Ann", "Christopher", "Lucy", "Frank", "Veronica", "Sam");
    private static final List<String> LAST = List.of("Smith", "Johnson", "Baker", "Miller", "Robinson", "Clark",
            "Hernandez", "Lee", "Fitzgerald", "Wood", "Patterson", "Young", "Sullivan", "Green");
    private static final List<String> FIRM = List.of("Baker and Sons", "City Dental", "Miller Hardware", "Blue Line Taxi",
            "Northern Water", "The Garden Shop", "Lee Insurance", "Acme Travel");

    /** All there are. */
    static List<Script> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Script.class.getResourceAsStream("scripts.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(Script::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Script parse(String line) {
        String[] fields = line.split(" \\| ");
        return new Script(Part.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                Kind.valueOf(fields[1].toUpperCase(Locale.ROOT)), fields[2], Integer.parseInt(fields[3]),
                List.of(fields[4].split(" / ")));
    }

    /** One of them by weight. */
    static Script pick(List<Script> scripts, Random random) {
        int left = random.nextInt(scripts.stream().mapToInt(Script::weight).sum());
        for (Script script : scripts) {
            left -= script.weight;
            if (left < 0) {
                return script;
            }
        }
        throw new IllegalStateException("weights");
    }

    /** The sentences with names filled in. */
    List<String> fill(Random random) {
        String first = FIRST.get(random.nextInt(FIRST.size()));
        String last = LAST.get(random.nextInt(LAST.size()));
        String firm = FIRM.get(random.nextInt(FIRM.size()));
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            number.append(random.nextInt(10)).append(i == 2 || i == 5 ? ", " : " ");
        }
        return sentences.stream().map(text -> text.replace("{first}", first).replace("{last}", last)
                .replace("{firm}", firm).replace("{number}", number.toString().strip())).toList();
    }
}
