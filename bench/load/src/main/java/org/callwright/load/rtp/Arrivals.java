package org.callwright.load.rtp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.callwright.load.report.Histogram;

/**
 * Arrivals of all streams while the window is open: what is lost, and the time between two packets of a stream. A slip
 * of the server's clock shows as fewer packets than time. Arrival is when our thread read the packet; how late that
 * thread was itself is in {@link Punctuality}.
 */
public final class Arrivals {

    private final Histogram between = new Histogram();
    private boolean open;
    private long lost;
    private long disordered;
    private long over30;
    private long over40;
    private long over60;
    private long whileStill;

    public void open(boolean wanted) {
        open = wanted;
    }

    public boolean isOpen() {
        return open;
    }

    /**
     * Takes note of a packet.
     *
     * @param sequenceStep from the packet before to this one, -32768 to 32767
     * @param generatorStood whether the generator stood still in the meantime, so that nobody knows when it came
     */
    public void add(long gapNanos, int sequenceStep, boolean generatorStood) {
        long micros = gapNanos / 1000;
        between.add(micros);
        over30 += micros > 30_000 ? 1 : 0;
        over40 += micros > 40_000 ? 1 : 0;
        over60 += micros > 60_000 ? 1 : 0;
        whileStill += micros > 30_000 && generatorStood ? 1 : 0;
        if (sequenceStep <= 0) {
            disordered++;
        } else {
            lost += sequenceStep - 1;
        }
    }

    /** @param packetsDue that streams times window would have brought at 50 a second; 0 when that cannot be said */
    public Map<String, Object> summary(double packetsDue) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("packets", between.count());
        if (packetsDue > 0) {
            summary.put("shortPercent", 100 * (1 - between.count() / packetsDue));
        }
        summary.put("lost", lost);
        summary.put("disordered", disordered);
        summary.put("betweenMs", between.summary());
        summary.put("gapsOver30ms", over30);
        summary.put("gapsOver40ms", over40);
        summary.put("gapsOver60ms", over60);
        summary.put("gapsOver30msWhileGeneratorStood", whileStill);
        return summary;
    }
}
