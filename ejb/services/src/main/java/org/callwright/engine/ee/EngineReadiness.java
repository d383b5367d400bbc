package org.callwright.engine.ee;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.callwright.engine.CallEngine;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: calls can be taken and their records written. Otherwise a sentence says what is missing. */
@Readiness
@ApplicationScoped
public class EngineReadiness implements HealthCheck {

    private static final int DATABASE_SECONDS = 2;

    @Inject
    CallEngine engine;
    @Resource(lookup = "java:jboss/datasources/CallwrightDS")
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        Optional<String> missing = engine.notReadyReason().or(this::databaseProblem);
        return HealthCheckResponse.named("callwright-calls")
                .status(missing.isEmpty())
                .withData("state", missing.orElse("calls are taken"))
                .withData("activeCalls", engine.activeCalls())
                .build();
    }

    private Optional<String> databaseProblem() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(DATABASE_SECONDS) ? Optional.empty() : Optional.of("the database does not answer");
        } catch (SQLException e) {
            return Optional.of("the database can't be reached");
        }
    }
}
