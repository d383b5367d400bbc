package org.callwright.load.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The conditions of a run that belong to its figures: machine, JVM, load before, and what the script knows. */
public final class Conditions {

    private Conditions() {
    }

    /** @param told by the script, such as the commit */
    public static Map<String, Object> now(Map<String, String> told) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.putAll(told);
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("processor", line("/proc/cpuinfo", "model name").replaceFirst(".*:\\s*", ""));
        all.put("memoryMib", Long.parseLong("0" + line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024);
        all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        all.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        all.put("loadBefore", Double.parseDouble("0" + line("/proc/loadavg", "").split(" ")[0]));
        return all;
    }

    private static String line(String file, String start) {
        try {
            return Files.readAllLines(Path.of(file)).stream().filter(line -> line.startsWith(start)).findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
