package org.callwright.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.callwright.call.CallSession;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} does. */
public interface SessionStoreContract {

    CallSid FIRST = new CallSid("CA00000000000000000000000000000001");
    CallSid SECOND = new CallSid("ID00000000000000000000000000000009-CA00000000000000000000000000000002");

    SessionStore store();

    private static CallSession session(CallSid sid, String seed) {
        return CallSession.create(sid, seed, CallPolicy.DEFAULT, Instant.parse("2026-11-22T10:00:00.123456Z"));
    }

    @Test
    default void whatWasPutShouldBeFoundAsItWas() {
        store().put(session(FIRST, "a"));
        store().put(session(SECOND, "b"));
        assertThat(store().get(FIRST)).contains(session(FIRST, "a"));
        assertThat(store().get(SECOND)).contains(session(SECOND, "b"));
        assertThat(store().sids()).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    default void theLastPutShouldCount() {
        store().put(session(FIRST, "a"));
        store().put(session(FIRST, "b"));
        assertThat(store().get(FIRST)).contains(session(FIRST, "b"));
        assertThat(store().sids()).hasSize(1);
    }

    @Test
    default void whatWasRemovedShouldBeGone() {
        store().put(session(FIRST, "a"));
        store().remove(FIRST);
        store().remove(SECOND);
        assertThat(store().get(FIRST)).isEmpty();
        assertThat(store().sids()).isEmpty();
    }
}
