package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.agent.Dialect;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.Player;

/** Plays by {@code AU/pa}. Requests that wait for their turn do so at the media server. */
final class MgcpPlayer implements Player {

    private final MgcpSession session;
    private final Operations operations;

    MgcpPlayer(MgcpSession session, Operations operations) {
        this.session = session;
        this.operations = operations;
    }

    @Override
    public CompletionStage<PlayResult> play(PlayRequest request) {
        if (request.segments().isEmpty()) {
            return CompletableFuture.completedStage(new PlayResult(PlayResult.Reason.COMPLETED, Duration.ZERO, ""));
        }
        if (session.agent().settings().dialect() == Dialect.RESTCOMM
                && !request.segments().stream().allMatch(AudioSegment.File.class::isInstance)) {
            return CompletableFuture.completedStage(new PlayResult(PlayResult.Reason.FAILED, Duration.ZERO,
                    "this media server plays nothing but files"));
        }
        CompletableFuture<PlayResult> result = new CompletableFuture<>();
        session.run(() -> operations.start(new Playing(session, request, result)));
        return result.minimalCompletionStage();
    }

    @Override
    public void stop() {
        session.run(() -> operations.stop(Playing.class::isInstance));
    }
}
