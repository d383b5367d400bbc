package org.callwright.persistence;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work in a transaction: the one under way, or a new one. An unchecked exception rolls it back. */
public interface Database {

    <T> T call(Function<EntityManager, T> work);

    default void run(Consumer<EntityManager> work) {
        call(em -> {
            work.accept(em);
            return null;
        });
    }
}
