package org.callwright.bench.media;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callwright.bench.media.engine.EngineProcess;
import org.callwright.load.report.Conditions;
import org.callwright.load.report.Json;

/** Makes one measure of the media engine and prints one line of JSON. Exit code 2: wrong usage. */
public final class MediaLoadMain {

    private static final String NUMBER = "[1-9]\\d{0,4}";
    private static final int WARM_SECONDS = 20;

    private MediaLoadMain() {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.stream(arguments).filter(word -> !word.contains("=")).toList();
        String wanted = String.join(" ", words);
        if (!wanted.matches("mix( " + NUMBER + "){4}|duplex( " + NUMBER + "){2} (events|tones)|transcode( " + NUMBER
                + "){2} \\w+")) {
            System.err.println("usage: mix MIXES MEMBERS SPEAKERS SECONDS | duplex SESSIONS SECONDS events|tones"
                    + " | transcode CALLS SECONDS CODEC [condition=value ...]");
            System.exit(2);
        }
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("measure", wanted);
        conditions.put("engineOptions", String.join(" ", EngineProcess.options()));
        Arrays.stream(arguments).filter(word -> word.contains("=")).forEach(word -> conditions.put(
                word.replaceFirst("=.*", ""), word.replaceFirst("[^=]*=", "")));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("conditions", Conditions.now(conditions));
        report.putAll(measure(words));
        System.out.println(Json.write(report));
    }

    private static Map<String, Object> measure(List<String> words) throws Exception {
        switch (words.get(0)) {
            case "mix":
                return new MixLoad(number(words, 1), number(words, 2), number(words, 3), run(number(words, 4)))
                        .measure();
            case "duplex":
                return new DuplexLoad(number(words, 1), words.get(3), run(number(words, 2))).measure();
            default:
                return new TranscodeLoad(number(words, 1), words.get(3), run(number(words, 2))).measure();
        }
    }

    private static Run run(int seconds) {
        return new Run(WARM_SECONDS, seconds);
    }

    private static int number(List<String> words, int at) {
        return Integer.parseInt(words.get(at));
    }
}
