package org.callwright.bench.media;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callwright.bench.media.engine.EngineFigures;
import org.callwright.bench.media.engine.EngineProcess;
import org.callwright.bench.media.engine.ThreadClock;
import org.callwright.bench.media.peer.Peers;
import org.callwright.load.report.CpuClock;

/**
 * How long a measure runs: all talk from the beginning, and what comes after the warm-up counts.
 *
 * @param warmSeconds in which code is compiled
 * @param seconds that count
 */
record Run(int warmSeconds, int seconds) {

    private static final int FRAMES_A_SECOND = 50;
    private static final long SECOND = 1_000_000_000L;
    /** To ask the engine holds the peers up. What they send late for that, and what becomes of it, does not count. */
    private static final long SETTLING = SECOND / 5;

    /**
     * Runs, and says what the engine used and counted and when what it sent came.
     *
     * @param listen tells the peers what to do with what they hear, when it begins to count
     * @param shares by how many the engine's CPU is divided
     */
    Map<String, Object> measure(EngineProcess engine, Peers peers, Runnable listen, int shares) throws IOException {
        peers.begin();
        peers.run(warmSeconds * SECOND);
        EngineFigures figures = engine.figures();
        ThreadClock threads = ThreadClock.read(engine.pid());
        peers.run(SETTLING);
        listen.run();
        peers.count();
        CpuClock before = CpuClock.read(engine.pid());
        peers.run(seconds * SECOND);
        Map<String, Object> window = CpuClock.read(engine.pid()).since(before);
        peers.arrivals().open(false);

        Map<String, Object> report = new LinkedHashMap<>();
        report.put("window", window);
        report.put("percentOfACoreEach", 100 * (double) window.get("serverCores") / shares);
        report.put("engineCoresByThread", ThreadClock.read(engine.pid()).since(threads));
        report.put("engine", engine.figures().since(figures));
        report.put("generator", peers.punctuality().summary());
        report.put("arrivals", peers.arrivals().summary(
                FRAMES_A_SECOND * (double) window.get("seconds") * peers.all().size()));
        return report;
    }
}
