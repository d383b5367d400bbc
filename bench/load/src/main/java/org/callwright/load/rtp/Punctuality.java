package org.callwright.load.rtp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.callwright.load.report.Histogram;

/** How late the generator itself was: a run in which it was late is void. */
public final class Punctuality {

    /** Rounds take a millisecond, and a collection of our own garbage a few. */
    private static final long STILL_NANOS = 8_000_000;

    private final Histogram rounds = new Histogram();
    private final Histogram sends = new Histogram();
    private long lastRound;
    private long stillUntil = Long.MIN_VALUE;

    /** A round of the thread begins. */
    public void round(long now) {
        if (lastRound != 0) {
            rounds.add((now - lastRound) / 1000);
            if (now - lastRound > STILL_NANOS) {
                stillUntil = now;
            }
        }
        lastRound = now;
    }

    /** A call or a frame goes out this long after it was due. */
    public void sent(long lateNanos) {
        sends.add(lateNanos / 1000);
    }

    /** Whether the thread stood still for more than 8 ms at any time since then. */
    public boolean stoodStillSince(long time) {
        return stillUntil >= time;
    }

    public Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("roundMs", rounds.summary());
        summary.put("sendLateMs", sends.summary());
        return summary;
    }
}
