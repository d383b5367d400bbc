package org.callwright.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.callwright.call.CallEvent;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.InviteFacts;
import org.callwright.engine.port.Directory.Resolution;
import org.junit.jupiter.api.Test;

/** A directory that fails, hangs or has a full queue; the pool runs when the test lets it. */
class LookupsTest {

    private static final CallSid LEG = new CallSid("ID" + "1".repeat(32) + "-CA" + "2".repeat(32));
    private static final Resolution KNOWN = new Resolution.Forbidden(new AccountSid("AC" + "a".repeat(32)), "suspended");
    private static final CallEvent TRY_AGAIN =
            new CallEvent.DestinationUnavailable(LEG, "the directory does not answer");

    private final List<Runnable> waiting = new ArrayList<>();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private Resolution answer = KNOWN;
    private RuntimeException failure;
    private boolean full;

    private Lookups lookups(Duration limit) {
        return new Lookups(facts -> {
            if (failure != null) {
                throw failure;
            }
            return answer;
        }, work -> {
            if (full) {
                throw new RejectedExecutionException();
            }
            waiting.add(work);
        }, limit, now::get);
    }

    private static InviteFacts to(String number) {
        return new InviteFacts("alice", number, "host", Optional.empty(), Optional.empty(), List.of(), "id", "1.2.3.4:5060");
    }

    private CallEvent resolved(Lookups lookups, String number) throws Exception {
        CompletionStage<CallEvent> stage = lookups.resolve(LEG, to(number));
        List<Runnable> work = List.copyOf(waiting);
        waiting.clear();
        work.forEach(Runnable::run);
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void lastAnswerShouldCountWhenTheDirectoryFails() throws Exception {
        Lookups lookups = lookups(Duration.ofMinutes(1));
        CallEvent first = resolved(lookups, "+1555");
        failure = new IllegalStateException("database gone");

        assertThat(resolved(lookups, "+1555")).isEqualTo(first).isInstanceOf(CallEvent.DestinationForbidden.class);
        assertThat(resolved(lookups, "+1666")).isEqualTo(TRY_AGAIN);
        failure = null;
        assertThat(resolved(lookups, "+1666")).isInstanceOf(CallEvent.DestinationForbidden.class);
    }

    @Test
    void numberThatIsGoneShouldBeForgotten() throws Exception {
        Lookups lookups = lookups(Duration.ofMinutes(1));
        resolved(lookups, "+1555");
        answer = new Resolution.Unknown();
        resolved(lookups, "+1555");
        failure = new IllegalStateException("database gone");
        assertThat(resolved(lookups, "+1555")).isEqualTo(TRY_AGAIN);
    }

    @Test
    void directoryThatHangsShouldBeLeftAloneForASecond() throws Exception {
        Lookups lookups = lookups(Duration.ofMillis(20));
        assertThat(lookups.resolve(LEG, to("+1555")).toCompletableFuture().get(10, TimeUnit.SECONDS)).isEqualTo(TRY_AGAIN);
        assertThat(waiting).hasSize(1);

        assertThat(lookups.resolve(LEG, to("+1555")).toCompletableFuture()).isCompletedWithValue(TRY_AGAIN);
        assertThat(waiting).hasSize(1);
        now.addAndGet(Lookups.REST.toNanos());
        waiting.clear();
        assertThat(resolved(lookups, "+1555")).isInstanceOf(CallEvent.DestinationForbidden.class);
    }

    @Test
    void fullQueueShouldNotStopTheCallerFromTryingAgain() throws Exception {
        full = true;
        assertThat(resolved(lookups(Duration.ofMinutes(1)), "+1555")).isEqualTo(TRY_AGAIN);
    }
}
