package org.callwright.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each measure at its smallest, with an engine in a process of its own. No figure is judged, as other work goes on. */
class MeasuresTest {

    private static final Run SHORT = new Run(1, 2);

    @Test
    void duplexSessionsShouldBeHeardAndTheirMemoryTold() throws Exception {
        Map<String, Object> report = new DuplexLoad(3, "tones", SHORT).measure();

        assertThat(number(report, "heard", "listeners")).isEqualTo(3);
        assertThat(number(report, "heard", "frames")).isPositive();
        assertThat(number(report, "heard", "foreignFrames")).isZero();
        assertThat(number(report, "engine", "packetsReceived")).isGreaterThan(200);
        assertThat(number(report, "arrivals", "packets")).isGreaterThan(200);
        assertThat(number(report, "memory", "heapKibEach")).isPositive();
        assertThat(number(report, "window", "serverCores")).isPositive();
    }

    @Test
    void loneSpeakersOfMixesShouldBeHeardByTheOthers() throws Exception {
        Map<String, Object> report = new MixLoad(2, 3, 1, SHORT).measure();

        assertThat(number(report, "heard", "listeners")).isEqualTo(4);
        assertThat(number(report, "heard", "frames")).isPositive();
        assertThat(number(report, "heard", "foreignFrames")).isZero();
    }

    @Test
    void bothShouldBeHeardThroughTwoCodecs() throws Exception {
        Map<String, Object> report = new TranscodeLoad(1, "GSM", SHORT).measure();

        assertThat(number(report, "heard", "listeners")).isEqualTo(2);
        assertThat(number(report, "heard", "names")).isPositive();
        assertThat(number(report, "heard", "foreignNames")).isZero();
        assertThat(number(report, "heard", "payloadsOfAnotherLength")).isZero();
    }

    private static double number(Map<String, Object> report, String part, String name) {
        return ((Number) ((Map<?, ?>) report.get(part)).get(name)).doubleValue();
    }
}
