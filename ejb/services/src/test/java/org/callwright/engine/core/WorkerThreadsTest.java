package org.callwright.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerThreadsTest {

    private final WorkerThreads workers = new WorkerThreads(1, Executors.defaultThreadFactory(), () -> false);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch free = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        workers.close();
    }

    /** The one thread has something to do until it is told. */
    private void occupy() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        workers.execute(() -> {
            busy.countDown();
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        busy.await();
    }

    @Test
    void callsUnderWayShouldGoBeforeThoseThatBegin() throws Exception {
        occupy();
        workers.begin(() -> done.add("first new call"));
        workers.begin(() -> done.add("second new call"));
        workers.execute(() -> done.add("running call"));
        workers.begin(end::countDown);

        free.countDown();

        assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).containsExactly("running call", "first new call", "second new call");
    }

    @Test
    void waitShouldBeThatOfTheOldestCallThatHasNotBegun() throws Exception {
        assertThat(workers.longestWait()).isZero();
        occupy();
        long before = System.nanoTime();
        workers.begin(() -> { });
        workers.begin(end::countDown);

        Duration wait = workers.longestWait();
        assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofNanos(System.nanoTime() - before));
        assertThat(workers.longestWait()).isGreaterThanOrEqualTo(wait);

        free.countDown();
        assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(workers.longestWait()).isZero();
    }

    @Test
    void nothingShouldSeemToWaitWhenTheThreadsAreGone() {
        workers.close();

        assertThatThrownBy(() -> workers.begin(() -> { })).isInstanceOf(RejectedExecutionException.class);
        assertThat(workers.longestWait()).isZero();
    }
}
