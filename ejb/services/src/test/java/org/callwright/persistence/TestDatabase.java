package org.callwright.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.Session;
import org.hibernate.cfg.Configuration;

/** A database with the real migrations, in memory by default, and Hibernate validating the entities against them. */
public final class TestDatabase implements Database, AutoCloseable {

    private final DataSource source;
    private final Runnable end;
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> running = new ThreadLocal<>();
    private volatile boolean away;

    public TestDatabase() {
        this(JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    private TestDatabase(JdbcConnectionPool pool) {
        this(pool, pool::dispose);
    }

    /** @param end of what the database needs, when it is closed */
    TestDatabase(DataSource source, Runnable end) {
        this.source = source;
        this.end = end;
        Schema.migrate(source);
        factory = factory(source);
        Schema.check(this);
    }

    static EntityManagerFactory factory(DataSource source) {
        Configuration configuration = new Configuration();
        Schema.ENTITIES.forEach(configuration::addAnnotatedClass);
        configuration.getProperties().put("hibernate.connection.datasource", source);
        configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
        configuration.setProperty("hibernate.jdbc.time_zone", "UTC");
        configuration.setProperty("hibernate.jdbc.batch_size", "100");
        return configuration.buildSessionFactory();
    }

    /** As if it could not be reached. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        if (running.get() != null) {
            return work.apply(running.get());
        }
        try (EntityManager em = factory.createEntityManager()) {
            running.set(em);
            em.getTransaction().begin();
            try {
                T result = work.apply(em);
                em.getTransaction().commit();
                return result;
            } catch (RuntimeException e) {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
                throw e;
            }
        } finally {
            running.remove();
        }
    }

    @Override
    public <T> T query(Reading<T> reading) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        try {
            if (running.get() != null) {
                return running.get().unwrap(Session.class).doReturningWork(reading::from);
            }
            try (Connection connection = source.getConnection()) {
                return reading.from(connection);
            }
        } catch (SQLException e) {
            throw new PersistenceException("a query failed", e);
        }
    }

    @Override
    public void close() {
        factory.close();
        end.run();
    }
}
