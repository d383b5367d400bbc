package org.callwright.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** The database by the container's entity manager and transactions. */
@ApplicationScoped
public class ContainerDatabase implements Database {

    @PersistenceContext(unitName = "callwright")
    EntityManager entityManager;
    @Resource(lookup = "java:jboss/datasources/CallwrightDS")
    DataSource dataSource;

    @Override
    @Transactional
    public <T> T call(Function<EntityManager, T> work) {
        return work.apply(entityManager);
    }

    @Override
    public <T> T query(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new PersistenceException("a query failed", e);
        }
    }
}
