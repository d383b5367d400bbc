package org.callwright.media.embedded;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.embedded.play.PlayTask;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.Player;

/** The queue of what is to be played; its head is heard. Later requests are prepared while they wait. */
final class EmbeddedPlayer implements Player {

    private final EmbeddedSession session;
    private final Deque<PlayTask> tasks = new ArrayDeque<>();
    private boolean closed;

    EmbeddedPlayer(EmbeddedSession session) {
        this.session = session;
    }

    @Override
    public CompletionStage<PlayResult> play(PlayRequest request) {
        CompletableFuture<PlayResult> result = new CompletableFuture<>();
        PlayTask task = new PlayTask(request, ended -> tell(result, ended));
        task.prepare(session.engine().prompts);
        session.execute(() -> {
            session.engine().gauges.players.incrementAndGet();
            tasks.add(task);
            if (closed) {
                stopAll();
            }
        });
        return result.minimalCompletionStage();
    }

    private void tell(CompletableFuture<PlayResult> result, PlayResult ended) {
        session.engine().gauges.players.decrementAndGet();
        if (ended.reason() == PlayResult.Reason.FAILED) {
            MediaLog.playFailed(session.correlationId(), ended.detail());
        }
        session.engine().event(() -> result.complete(ended));
    }

    @Override
    public void stop() {
        session.execute(this::stopAll);
    }

    private void stopAll() {
        tasks.forEach(PlayTask::stop);
        tasks.clear();
    }

    /** Tick thread: the next 20 ms; false when nothing is played. */
    boolean readFrame(short[] frame) {
        if (tasks.isEmpty()) {
            return false;
        }
        PlayTask head = tasks.peek();
        int read = head.read(frame, frame.length);
        if (head.ended()) {
            tasks.remove();
        }
        Arrays.fill(frame, read, frame.length, (short) 0);
        return read > 0;
    }

    /** Tick thread: nothing is played any more. */
    void shutdown() {
        closed = true;
        stopAll();
    }
}
