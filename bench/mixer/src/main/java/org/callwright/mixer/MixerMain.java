package org.callwright.mixer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callwright.load.report.Conditions;
import org.callwright.load.report.Json;

/** Measures mixes once and prints one line of JSON. Exit code 2: wrong usage. */
public final class MixerMain {

    private MixerMain() {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        if (words.size() < 4 || !words.subList(0, 4).stream().allMatch(word -> word.matches("[1-9]\\d{0,4}"))) {
            System.err.println("usage: MIXES MEMBERS SPEAKERS SECONDS [condition=value ...]");
            System.exit(2);
        }
        Map<String, String> conditions = new LinkedHashMap<>();
        words.subList(4, words.size()).forEach(word -> conditions.put(word.replaceFirst("=.*", ""),
                word.replaceFirst("[^=]*=", "")));
        int[] numbers = words.subList(0, 4).stream().mapToInt(Integer::parseInt).toArray();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("conditions", Conditions.now(conditions));
        report.putAll(new MixLoad(numbers[0], numbers[1], numbers[2], numbers[3]).run());
        System.out.println(Json.write(report));
    }
}
