package org.callwright.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {

    @Test
    void piecesShouldRunOneAfterTheOtherInTheirOrderAlsoOnManyThreads() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        SerialExecutor serial = new SerialExecutor(pool);
        List<Integer> ran = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        IntStream.range(0, 10_000).forEach(number -> serial.execute(() -> ran.add(number)));
        serial.execute(done::countDown);
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).hasSize(10_000).isSorted();
        pool.shutdownNow();
    }

    @Test
    void aPieceThatThrowsShouldNotHoldUpTheNext() {
        List<String> ran = new ArrayList<>();
        SerialExecutor serial = new SerialExecutor(Runnable::run);
        serial.execute(() -> {
            throw new IllegalStateException("made to fail");
        });
        serial.execute(() -> ran.add("next"));
        assertThat(ran).containsExactly("next");
    }
}
