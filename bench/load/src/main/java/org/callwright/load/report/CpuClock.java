package org.callwright.load.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much CPU the server, this process and the rest of the machine used between two moments, from Linux' {@code /proc}.
 * One reading at the beginning of a window, one at its end.
 *
 * @param nanos when it was read
 * @param server CPU seconds of the server, user and system
 * @param self the same of this process
 * @param busy the same of all processors together
 * @param stolen seconds that the host did not give us
 * @param memoryKib memory of the server, a page that it has mapped several times counted once, as ZGC does with its heap
 * @param threads of the server
 */
public record CpuClock(
        long nanos, double server, double self, double busy, double stolen, long memoryKib, long threads) {

    private static final double TICKS = 100;

    /** @param serverProcess 0: no server is watched */
    public static CpuClock read(long serverProcess) {
        try {
            String[] all = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+");
            double busy = (number(all[1]) + number(all[2]) + number(all[3]) + number(all[6]) + number(all[7])) / TICKS;
            return new CpuClock(System.nanoTime(), cpu(serverProcess), cpu(ProcessHandle.current().pid()), busy,
                    number(all[8]) / TICKS, line(serverProcess, "smaps_rollup", "Pss:"),
                    line(serverProcess, "status", "Threads:"));
        } catch (IOException e) {
            return new CpuClock(System.nanoTime(), 0, 0, 0, 0, 0, 0);
        }
    }

    /** Cores used between an earlier reading and this one. */
    public Map<String, Object> since(CpuClock earlier) {
        double seconds = (nanos - earlier.nanos) / 1e9;
        Map<String, Object> cores = new LinkedHashMap<>();
        cores.put("seconds", seconds);
        cores.put("serverCores", (server - earlier.server) / seconds);
        cores.put("generatorCores", (self - earlier.self) / seconds);
        cores.put("otherCores", (busy - earlier.busy - server + earlier.server - self + earlier.self) / seconds);
        cores.put("stolenCores", (stolen - earlier.stolen) / seconds);
        cores.put("serverMemoryMib", memoryKib / 1024);
        cores.put("serverThreads", threads);
        return cores;
    }

    private static double cpu(long process) throws IOException {
        Path file = Path.of("/proc", String.valueOf(process), "stat");
        if (process == 0 || !Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (number(fields[11]) + number(fields[12])) / TICKS;
    }

    private static long line(long process, String table, String name) throws IOException {
        Path file = Path.of("/proc", String.valueOf(process), table);
        if (process == 0 || !Files.exists(file)) {
            return 0;
        }
        return Files.readAllLines(file).stream().filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).findFirst().orElse(0);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
