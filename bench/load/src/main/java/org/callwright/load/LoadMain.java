package org.callwright.load;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callwright.load.report.Conditions;
import org.callwright.load.report.Json;

/**
 * {@code java -jar load.jar COMMAND --name value ...}: measures once and prints one line of JSON. Exit code 0: measured;
 * 1: could not be measured; 2: wrong usage.
 */
public final class LoadMain {

    private static final String USAGE = """
            usage: load COMMAND --name value ...
              calls  --target HOST:PORT --number N --plan name=RATExSECONDS,... [--life SECONDS] [--media none|listen|send]
                     [--web-port PORT] [--prompt-seconds S] [--prompt-cache CACHE-CONTROL] [--server-pid PID]
                     [--recordings FOLDER]
                     [--rest URL --account SID --token-file FILE]
              reads  --hello URL --read URL --account SID --token-file FILE [--connections N] [--seconds S] [--rounds N]
                     [--warm-seconds S]
              pages  --list URL --account SID --token-file FILE [--pages N]
              judge  FILE...   what marked audio a WAV file holds
              web    --web-port PORT [--prompt-seconds S] [--prompt-cache CACHE-CONTROL]   the web application alone,
                     until the process is ended
            every command takes --condition name=value, which is repeated in the answer
            """;

    private LoadMain() {
    }

    public static void main(String[] arguments) throws Exception {
        try {
            List<String> words = Arrays.asList(arguments);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("no command");
            }
            System.out.println(Json.write(run(words.get(0), new Options(words.subList(1, words.size())))));
        } catch (IllegalArgumentException e) {
            System.err.println("load: " + e.getMessage() + "\n" + USAGE);
            System.exit(2);
        }
    }

    private static Map<String, Object> run(String command, Options options) throws Exception {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("conditions", Conditions.now(options.conditions()));
        switch (command) {
            case "calls" -> report.putAll(new CallsCommand(options).run());
            case "reads" -> report.putAll(ReadsCommand.run(options));
            case "pages" -> report.putAll(PagesCommand.run(options));
            case "judge" -> report.putAll(RecordingsJudge.judgeFiles(options.words()));
            case "web" -> VoiceDocuments.serveForEver(options);
            default -> throw new IllegalArgumentException("no command " + command);
        }
        return report;
    }
}
