package org.callwright.bench.media.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * CPU seconds of a process by its threads, from Linux' {@code /proc}. Threads whose names differ in a number only are
 * taken together; Linux keeps 15 characters of a name.
 */
public record ThreadClock(long nanos, Map<String, Double> seconds) {

    private static final double TICKS = 100;

    public static ThreadClock read(long process) throws IOException {
        Map<String, Double> seconds = new TreeMap<>();
        Path folder = Path.of("/proc", String.valueOf(process), "task");
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(folder)) {
            for (Path task : tasks) {
                add(task.resolve("stat"), seconds);
            }
        }
        return new ThreadClock(System.nanoTime(), seconds);
    }

    private static void add(Path stat, Map<String, Double> seconds) {
        String text;
        try {
            text = Files.readString(stat);
        } catch (IOException e) {
            return; // it ended meanwhile
        }
        String name = text.substring(text.indexOf('(') + 1, text.lastIndexOf(')')).replaceAll("[-#]?\\d+$", "");
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        seconds.merge(name, (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS, Double::sum);
    }

    /** Cores used between an earlier reading and this one; threads that used none are left out. */
    public Map<String, Double> since(ThreadClock earlier) {
        Map<String, Double> cores = new TreeMap<>();
        seconds.forEach((name, now) -> {
            double used = (now - earlier.seconds.getOrDefault(name, 0.0)) / ((nanos - earlier.nanos) / 1e9);
            if (used > 0) {
                cores.put(name, used);
            }
        });
        return cores;
    }
}
