package org.callwright.sip.container.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.sip.container.testing.Eventually.eventually;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallOrderedExecutorTest {
    private final CallOrderedExecutor calls = new CallOrderedExecutor(4);

    @AfterEach
    void stop() {
        calls.shutdown();
    }

    @Test
    void messagesOfACallShouldRunInTheOrderTheyCame() {
        Map<String, List<Integer>> ran = new ConcurrentHashMap<>();
        AtomicInteger done = new AtomicInteger();
        for (int message = 0; message < 1000; message++) {
            int number = message;
            String call = "call-" + message % 7;
            calls.execute(call, () -> {
                ran.computeIfAbsent(call, id -> Collections.synchronizedList(new ArrayList<>())).add(number);
                done.incrementAndGet();
            });
        }
        eventually("all messages run", () -> done.get() == 1000);
        assertThat(ran).hasSize(7);
        ran.values().forEach(numbers -> assertThat(numbers).isSorted());
        assertThat(calls.waiting()).isZero();
    }

    @Test
    void slowCallShouldNotHoldUpAnother() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        calls.execute("slow", () -> await(release));
        calls.execute("slow", () -> await(release));
        calls.execute("other", other::countDown);
        assertThat(other.await(5, TimeUnit.SECONDS)).isTrue();
        eventually("the second message of the slow call waits", () -> calls.waiting() == 1);
        release.countDown();
        eventually("the slow call ends", () -> calls.waiting() == 0);
    }

    @Test
    void failingMessageShouldNotStopItsCall() {
        AtomicInteger ran = new AtomicInteger();
        IntStream.range(0, 3).forEach(i -> calls.execute("call", () -> {
            ran.incrementAndGet();
            throw new IllegalStateException("expected by this test");
        }));
        eventually("all three ran", () -> ran.get() == 3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
