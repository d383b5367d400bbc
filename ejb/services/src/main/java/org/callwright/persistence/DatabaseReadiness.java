package org.callwright.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.callwright.readiness.ReadinessBoard;

/** Tells the readiness check whether the database answers; without it no number is found and no record written. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseReadiness {

    private static final int LIMIT_SECONDS = 2;

    @Inject
    ReadinessBoard readiness;
    @Resource(lookup = "java:jboss/datasources/CallwrightDS")
    DataSource database;

    @PostConstruct
    void post() {
        readiness.post("database", this::problem);
    }

    private Optional<String> problem() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(LIMIT_SECONDS) ? Optional.empty() : Optional.of("the database does not answer");
        } catch (SQLException e) {
            return Optional.of("the database can't be reached");
        }
    }
}
