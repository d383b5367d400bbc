package org.callwright.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineLatenessTest {

    private static EngineLateness lateness(long... turns) {
        String[] bounds = {"1", "10", "20", "more"};
        Map<String, Long> table = new LinkedHashMap<>();
        for (int i = 0; i < bounds.length; i++) {
            table.put(bounds[i], turns[i]);
        }
        return new EngineLateness(table);
    }

    @Test
    void shareShouldBeOfWhatCameBetweenTwoReadings() {
        Map<String, Object> report = lateness(1_900, 60, 30, 20).since(lateness(1_000, 10, 0, 0));

        assertThat(report).containsEntry("turns", 1_000L).containsEntry("over10msPercent", 5.0);
        assertThat(report.get("turnsByMs")).isEqualTo(lateness(900, 50, 30, 20).turns());
    }

    @Test
    void secondsWithLateTurnsShouldBeTold() {
        Map<String, Object> report = EngineLateness.told(List.of(lateness(0, 0, 7, 0), lateness(50, 0, 7, 0),
                lateness(90, 5, 10, 2), lateness(140, 5, 10, 2), lateness(180, 5, 19, 3)));

        assertThat(report).containsEntry("turns", 200L).containsEntry("over10msPercent", 7.5)
                .containsEntry("lateSeconds", List.of(List.of(2L, 50L, 5L), List.of(4L, 50L, 10L)));
    }

    @Test
    void nothingShouldBeNoShareAndNoServerNoFigures() {
        assertThat(lateness(5, 5, 5, 5).since(lateness(5, 5, 5, 5))).containsEntry("over10msPercent", 0.0);
        assertThat(LatenessWatch.start(0)).isEmpty();
    }
}
