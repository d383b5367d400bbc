package org.callwright.speech;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.settings.SpeechSettings;

/**
 * The threads that prompts are made on: a few, with a bounded queue, each piece of work with a limit from its order to
 * its end. When the limit is over the result fails and the work is interrupted.
 */
public final class SpeechWorkers implements AutoCloseable {

    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor deadlines;
    private final Duration limit;

    public SpeechWorkers(SpeechSettings settings, ThreadFactory threads) {
        BlockingQueue<Runnable> queue =
                settings.maxQueued() == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(settings.maxQueued());
        workers = new ThreadPoolExecutor(
                settings.workers(), settings.workers(), 30, TimeUnit.SECONDS, queue, threads);
        workers.allowCoreThreadTimeOut(true);
        deadlines = new ScheduledThreadPoolExecutor(1, threads);
        deadlines.setRemoveOnCancelPolicy(true);
        limit = settings.timeout();
    }

    /** Runs the work, which completes the result; otherwise the result fails with a {@link TtsException}. */
    void run(CompletableFuture<?> result, Runnable work) {
        try {
            Future<?> running = workers.submit(work);
            Future<?> deadline = deadlines.schedule(() -> {
                if (result.completeExceptionally(
                        new TtsException(TtsException.TIMEOUT, "the speech was not ready in time"))) {
                    running.cancel(true);
                }
            }, limit.toMillis(), TimeUnit.MILLISECONDS);
            result.whenComplete((any, failure) -> deadline.cancel(false));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(
                    new TtsException(TtsException.ENGINE_FAILURE, "the speech engine is overloaded", e));
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        deadlines.shutdownNow();
    }
}
