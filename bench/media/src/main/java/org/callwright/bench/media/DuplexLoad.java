package org.callwright.bench.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callwright.bench.media.engine.EngineProcess;
import org.callwright.bench.media.peer.MarkedVoice;
import org.callwright.bench.media.peer.Peers;
import org.callwright.load.audio.WavFile;

/**
 * Sessions that play a marked prompt to their peers while these talk to them, and listen for keys. Also says what a
 * session keeps in memory: on the heap while all talk, less what stays when they are gone; in direct buffers, which go
 * some time later, less what was there before.
 *
 * @param keys how keys are found: {@code events} or {@code tones}
 */
record DuplexLoad(int sessions, String keys, Run run) {

    private static final int FRAMES_A_SECOND = 50;
    /** For the time in which sessions are set up. */
    private static final int SPARE_SECONDS = 60;
    private static final int PROMPT = 0;

    Map<String, Object> measure() throws IOException {
        Path prompt = Files.createTempFile("marked", ".wav");
        try (EngineProcess engine = EngineProcess.start(); Peers peers = new Peers()) {
            Files.write(prompt, WavFile.marked(PROMPT,
                    (run.warmSeconds() + run.seconds() + SPARE_SECONDS) * FRAMES_A_SECOND));
            return measure(engine, peers, prompt);
        } finally {
            Files.delete(prompt);
        }
    }

    private Map<String, Object> measure(EngineProcess engine, Peers peers, Path prompt) throws IOException {
        long[] before = engine.memoryKib();
        for (int i = 1; i <= sessions; i++) {
            engine.duplex(peers.add(0, new MarkedVoice(i)), keys, prompt);
        }
        Heard heard = new Heard();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("sessions", sessions);
        report.put("keys", keys);
        report.putAll(run.measure(engine, peers, () -> heard.listen(peers.all()), sessions));
        report.put("heard", heard.report());
        long[] during = engine.memoryKib();
        engine.release();
        report.put("memory", memory(before, during, engine.memoryKib()));
        return report;
    }

    private Map<String, Object> memory(long[] before, long[] during, long[] after) {
        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("liveHeapKib", stages(before[0], during[0], after[0]));
        memory.put("directBuffersKib", stages(before[1], during[1], after[1]));
        memory.put("heapKibEach", (double) (during[0] - after[0]) / sessions);
        memory.put("directKibEach", (double) (during[1] - before[1]) / sessions);
        return memory;
    }

    private static Map<String, Object> stages(long before, long during, long after) {
        Map<String, Object> stages = new LinkedHashMap<>();
        stages.put("before", before);
        stages.put("during", during);
        stages.put("after", after);
        return stages;
    }
}
