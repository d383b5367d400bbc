package org.callwright.engine.ee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.callwright.engine.CallEngine;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that calls can be taken: SIP is attached and media runs. Otherwise a sentence says what is missing. The
 * database tells for itself, in {@code persistence}.
 */
@Readiness
@ApplicationScoped
public class EngineReadiness implements HealthCheck {

    @Inject
    CallEngine engine;

    @Override
    public HealthCheckResponse call() {
        Optional<String> missing = engine.notReadyReason();
        return HealthCheckResponse.named("callwright-calls")
                .status(missing.isEmpty())
                .withData("state", missing.orElse("calls are taken"))
                .withData("activeCalls", engine.activeCalls())
                .build();
    }
}
