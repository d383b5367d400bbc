package org.callwright.bench.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class EngineFiguresTest {

    @Test
    void figuresShouldBeOfWhatCameBetweenTwoReadings() {
        EngineFigures before = EngineFigures.parse("100 90 1 2 3 100 0 0 0 0 0 0 0 0");
        Map<String, Object> report = EngineFigures.parse("300 290 1 4 6 280 10 5 3 1 0 0 0 1").since(before);

        assertThat(report).containsEntry("packetsSent", 200L).containsEntry("packetsReceived", 200L)
                .containsEntry("packetsLost", 0L).containsEntry("packetsDiscarded", 2L)
                .containsEntry("framesConcealed", 3L);
        assertThat(report.get("lateness")).asInstanceOf(
                InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("turns", 200L).containsEntry("over10msPercent", 1.0);
    }
}
