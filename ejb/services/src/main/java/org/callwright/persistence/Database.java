package org.callwright.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work in a transaction: the one under way, or a new one. An unchecked exception rolls it back. */
public interface Database {

    <T> T call(Function<EntityManager, T> work);

    /**
     * One query that needs no transaction, and makes none: it runs in the one under way or by itself.
     *
     * @throws jakarta.persistence.PersistenceException when the database fails
     */
    <T> T query(Reading<T> reading);

    default void run(Consumer<EntityManager> work) {
        call(em -> {
            work.accept(em);
            return null;
        });
    }

    /** What is read from a connection. */
    interface Reading<T> {

        T from(Connection connection) throws SQLException;
    }
}
