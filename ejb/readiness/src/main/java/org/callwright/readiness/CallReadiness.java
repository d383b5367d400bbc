package org.callwright.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** Ready when at least one part has posted and none misses anything. */
@Readiness
@ApplicationScoped
public class CallReadiness implements HealthCheck {

    private final ReadinessBoard board;

    /** For the container's proxy. */
    protected CallReadiness() {
        this(null);
    }

    @Inject
    public CallReadiness(ReadinessBoard board) {
        this.board = board;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, Optional<String>> parts = board.look();
        boolean ready = !parts.isEmpty() && parts.values().stream().allMatch(Optional::isEmpty);
        Map<String, Object> data = new TreeMap<>();
        parts.forEach((part, problem) -> data.put(part, problem.orElse("ready")));
        if (parts.isEmpty()) {
            data.put("calls", "the call engine has not started");
        }
        return new HealthCheckResponse("callwright", ready ? Status.UP : Status.DOWN, Optional.of(data));
    }
}
