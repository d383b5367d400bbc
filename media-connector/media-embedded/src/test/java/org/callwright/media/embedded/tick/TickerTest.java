package org.callwright.media.embedded.tick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.callwright.media.spi.SendLateness;
import org.junit.jupiter.api.Test;

/** The clock, with members that make it stall. Counts are compared with the time that really passed. */
class TickerTest {

    private static final long MS = 1_000_000;
    private static final int LAST = SendLateness.BOUNDS_MS.size();

    private static void stall(long milliseconds) {
        long until = System.nanoTime() + milliseconds * MS;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static long[] lateness(Ticker ticker) {
        long[] turns = new long[LAST + 1];
        ticker.addLateness(turns);
        return turns;
    }

    private static void await(List<?> list, int size) {
        long limit = System.nanoTime() + 20_000 * MS;
        while (list.size() < size && System.nanoTime() < limit) {
            LockSupport.parkNanos(MS);
        }
        assertThat(list).hasSizeGreaterThanOrEqualTo(size);
    }

    /** Rounds told until the given turn, and the 20 ms that passed until then, must agree. */
    private static void run(long stallMs, boolean skips) {
        List<Integer> rounds = new CopyOnWriteArrayList<>();
        List<Long> times = new CopyOnWriteArrayList<>();
        try (Ticker ticker = new Ticker("test-tick", failure -> { })) {
            ticker.add((nanoTime, count) -> {
                rounds.add(count);
                times.add(System.nanoTime());
                if (rounds.size() == 10) {
                    stall(stallMs);
                }
            });
            ticker.start();
            await(times, 80);
            int told = rounds.subList(1, 80).stream().mapToInt(Integer::intValue).sum();
            long passed = (times.get(79) - times.get(0)) / (20 * MS);
            assertThat((long) told).isBetween(passed - 4, passed + 4);
            if (skips) {
                assertThat(rounds).anyMatch(count -> count > 1);
                assertThat(ticker.lateTicks()).isGreaterThan(0);
                assertThat(lateness(ticker)[LAST]).as("turns that were left out").isGreaterThan(0);
            }
        }
    }

    @Test
    void turnThatTakesLongShouldMakeItselfAndTheOnesBehindItLate() {
        try (Ticker ticker = new Ticker("test-tick", failure -> { })) {
            List<Long> others = new CopyOnWriteArrayList<>();
            ticker.add((nanoTime, count) -> {
                others.add(nanoTime);
                if (others.size() == 5) {
                    stall(60);
                }
            });
            ticker.start();
            await(others, 40);
            long[] turns = lateness(ticker);
            assertThat(Arrays.stream(turns, 6, LAST + 1).sum()).as("more than 50 ms late").isGreaterThan(0);
            assertThat(Arrays.stream(turns, 4, LAST + 1).sum()).as("more than 10 ms late").isGreaterThanOrEqualTo(3);
            assertThat(Arrays.stream(turns).sum()).as("all turns").isGreaterThanOrEqualTo(39);
        }
    }

    @Test
    void shortStallShouldBeMadeUpTurnByTurn() {
        run(120, false);
    }

    @Test
    void longStallShouldBeLeftOutAndTold() {
        run(700, true);
    }

    @Test
    void failureOfOneMemberShouldNotStopTheOthers() {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        List<Long> times = new CopyOnWriteArrayList<>();
        try (Ticker ticker = new Ticker("test-tick", failures::add)) {
            ticker.add((nanoTime, count) -> {
                throw new IllegalStateException("out of order");
            });
            ticker.add((nanoTime, count) -> times.add(nanoTime));
            ticker.start();
            await(times, 10);
            await(failures, 10);
        }
    }

    @Test
    void removedMemberShouldHaveNoMoreTurns() {
        List<Long> times = new CopyOnWriteArrayList<>();
        List<Long> others = new CopyOnWriteArrayList<>();
        Ticked member = (nanoTime, count) -> times.add(nanoTime);
        try (Ticker ticker = new Ticker("test-tick", failure -> { })) {
            ticker.add(member);
            ticker.add((nanoTime, count) -> others.add(nanoTime));
            assertThat(ticker.size()).isEqualTo(2);
            ticker.start();
            await(times, 3);
            ticker.remove(member);
            assertThat(ticker.size()).isEqualTo(1);
            int soFar = others.size();
            await(others, soFar + 3);
            int after = times.size();
            await(others, soFar + 13);
            assertThat(times).hasSize(after);
        }
    }

    @Test
    void memberFromAnotherThreadShouldHaveItsTurnsAtTheTimesThatItHadThem() {
        List<Long> turns = new CopyOnWriteArrayList<>();
        try (Ticker ticker = new Ticker("test-tick", failure -> { })) {
            ticker.start();
            for (int i = 0; i < 7; i++) {
                ticker.add((nanoTime, count) -> { });
            }
            long nextTurn = System.nanoTime() + 13 * MS;
            ticker.add((nanoTime, count) -> turns.add(ticker.slotTime()), nextTurn);
            await(turns, 5);
            for (long turn : turns) {
                assertThat(Math.floorMod(turn - nextTurn + 5 * MS / 2, 20 * MS)).isLessThanOrEqualTo(5 * MS);
            }
        }
    }
}
