package org.callwright.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void workShouldGoOnAfterAFailureThatIsToldOnceAndEndWhenClosed() throws InterruptedException {
        Semaphore done = new Semaphore(0);
        AtomicInteger count = new AtomicInteger();
        AtomicReference<Thread> thread = new AtomicReference<>();
        List<String> told = new CopyOnWriteArrayList<>();
        Bell bell = new Bell();
        Rounds rounds = new Rounds(bell, () -> {
            done.release();
            if (count.incrementAndGet() <= 2) {
                throw new IllegalStateException("round " + count + " fails");
            }
            return Duration.ofHours(1);
        }, failure -> told.add(failure.getMessage()));
        rounds.startOn(work -> {
            thread.set(new Thread(work));
            return thread.get();
        }, "test");
        for (int round = 1; round <= 4; round++) {
            assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).as("round %d", round).isTrue();
            bell.ring();
        }
        rounds.close();
        thread.get().join(10_000);
        assertThat(thread.get().isAlive()).isFalse();
        assertThat(thread.get().getName()).isEqualTo("test");
        assertThat(told).containsExactly("round 1 fails");
    }
}
