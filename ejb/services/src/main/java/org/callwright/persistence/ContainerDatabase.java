package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** The database by the container's entity manager and transactions. */
@ApplicationScoped
public class ContainerDatabase implements Database {

    @PersistenceContext(unitName = "callwright")
    EntityManager entityManager;

    @Override
    @Transactional
    public <T> T call(Function<EntityManager, T> work) {
        return work.apply(entityManager);
    }
}
