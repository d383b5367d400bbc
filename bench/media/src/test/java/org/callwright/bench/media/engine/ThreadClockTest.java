package org.callwright.bench.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadClockTest {

    @Test
    void coresShouldBeToldByThreadAndOnlyWhereSomeWereUsed() {
        ThreadClock before = new ThreadClock(0, Map.of("media-tick", 1.0, "idle", 2.0));
        ThreadClock after = new ThreadClock(2_000_000_000L, Map.of("media-tick", 2.0, "idle", 2.0, "new", 0.5));

        assertThat(after.since(before)).containsOnly(Map.entry("media-tick", 0.5), Map.entry("new", 0.25));
    }

    @Test
    void ownThreadsShouldBeFoundWithoutTheirNumbers() throws Exception {
        Thread busy = new Thread(() -> {
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
        }, "busy-17");
        busy.start();
        try {
            assertThat(ThreadClock.read(ProcessHandle.current().pid()).seconds()).containsKey("busy");
        } finally {
            busy.interrupt();
            busy.join();
        }
    }
}
