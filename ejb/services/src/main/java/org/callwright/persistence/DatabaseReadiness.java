package org.callwright.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the database answers; without it no number is found and no record written. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final int LIMIT_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/CallwrightDS")
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        Optional<String> missing = problem();
        return HealthCheckResponse.named("callwright-database")
                .status(missing.isEmpty())
                .withData("state", missing.orElse("the database answers"))
                .build();
    }

    private Optional<String> problem() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(LIMIT_SECONDS) ? Optional.empty() : Optional.of("the database does not answer");
        } catch (SQLException e) {
            return Optional.of("the database can't be reached");
        }
    }
}
