package org.callwright.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Two who take the same name at the same time: what the database says, and what is made of it. */
class OnceMoreTest {

    private final OnceMoreInterceptor interceptor = new OnceMoreInterceptor();

    @SafeVarargs
    private static InvocationContext work(Callable<Object>... attempts) {
        Deque<Callable<Object>> left = new ArrayDeque<>(List.of(attempts));
        return (InvocationContext) Proxy.newProxyInstance(InvocationContext.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class}, (proxy, method, arguments) -> left.remove().call());
    }

    private static OrganizationEntity organization(int number) {
        OrganizationEntity row = new OrganizationEntity();
        row.sid = "OR" + String.format("%032x", number);
        row.domain = "twice.example";
        row.created = Instant.EPOCH;
        row.updated = Instant.EPOCH;
        return row;
    }

    private static Object taken() {
        try (TestDatabase database = new TestDatabase()) {
            database.run(em -> save(em, organization(1)));
            database.run(em -> save(em, organization(2)));
            return "both";
        }
    }

    private static void save(EntityManager em, Object row) {
        em.merge(row);
        em.flush();
    }

    @Test
    void nameThatWasTakenMeanwhileShouldBeLookedForOnceMore() throws Exception {
        assertThat(interceptor.twiceIfTaken(work(OnceMoreTest::taken, () -> "refused"))).isEqualTo("refused");
        assertThatThrownBy(() -> interceptor.twiceIfTaken(work(OnceMoreTest::taken, OnceMoreTest::taken, () -> "third")))
                .matches(SqlTrouble::isTaken);
    }

    @Test
    void otherFailuresShouldStayWhatTheyAre() {
        IllegalStateException failure = new IllegalStateException("away");
        assertThatThrownBy(() -> interceptor.twiceIfTaken(work(() -> {
            throw failure;
        }, () -> "second"))).isSameAs(failure);
    }
}
