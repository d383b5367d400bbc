package org.callwright.bench.media.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callwright.load.report.EngineLateness;
import org.callwright.media.spi.SendLateness;

/** What the engine itself counted since its start. */
public record EngineFigures(long sent, long received, long lost, long discarded, long concealed,
        EngineLateness lateness) {

    private static final int COUNTERS = 5;

    /** @param line the counters, and then the turns of each bucket of {@link SendLateness} */
    static EngineFigures parse(String line) {
        long[] numbers = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        Map<String, Long> turns = new LinkedHashMap<>();
        for (int i = 0; i < SendLateness.BOUNDS_MS.size(); i++) {
            turns.put(String.valueOf(SendLateness.BOUNDS_MS.get(i)), numbers[COUNTERS + i]);
        }
        turns.put("more", numbers[COUNTERS + SendLateness.BOUNDS_MS.size()]);
        return new EngineFigures(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4],
                new EngineLateness(turns));
    }

    /** What came between an earlier reading and this one, for a report. */
    public Map<String, Object> since(EngineFigures earlier) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("packetsSent", sent - earlier.sent);
        report.put("packetsReceived", received - earlier.received);
        report.put("packetsLost", lost - earlier.lost);
        report.put("packetsDiscarded", discarded - earlier.discarded);
        report.put("framesConcealed", concealed - earlier.concealed);
        report.put("lateness", lateness.since(earlier.lateness));
        return report;
    }
}
