package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void workShouldGoOnAfterAFailureAndEndWhenClosed() throws InterruptedException {
        Semaphore done = new Semaphore(0);
        AtomicInteger count = new AtomicInteger();
        AtomicReference<Thread> thread = new AtomicReference<>();
        Rounds rounds = new Rounds("test", () -> {
            done.release();
            if (count.incrementAndGet() == 1) {
                throw new IllegalStateException("the first round fails");
            }
            return Duration.ofHours(1);
        });
        rounds.startOn(work -> {
            thread.set(new Thread(work));
            return thread.get();
        });
        assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        rounds.ring();
        assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        rounds.close();
        thread.get().join(10_000);
        assertThat(thread.get().isAlive()).isFalse();
        assertThat(thread.get().getName()).isEqualTo("callwright-tms-test");
    }
}
