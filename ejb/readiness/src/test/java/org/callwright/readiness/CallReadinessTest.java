package org.callwright.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class CallReadinessTest {

    private final ReadinessBoard board = new ReadinessBoard();
    private final CallReadiness readiness = new CallReadiness(board);

    @Test
    void beforeAnyPartPostedItShouldNotBeReady() {
        assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    }

    @Test
    void whenNothingIsMissingItShouldBeReady() {
        board.post("calls", Optional::empty);
        board.post("database", Optional::empty);
        assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(readiness.call().getData().orElseThrow()).containsEntry("calls", "ready");
    }

    @Test
    void whatIsMissingShouldBeSaidInASentence() {
        board.post("calls", () -> Optional.of("the SIP application is not attached"));
        board.post("database", () -> {
            throw new IllegalStateException("made to fail");
        });
        HealthCheckResponse response = readiness.call();
        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(response.getData().orElseThrow())
                .containsEntry("calls", "the SIP application is not attached")
                .containsEntry("database", "can't tell its state");
    }
}
