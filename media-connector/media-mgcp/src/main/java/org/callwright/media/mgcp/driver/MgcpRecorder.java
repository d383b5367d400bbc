package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callwright.media.mgcp.agent.Dialect;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.Recorder;

/** Records by {@code AU/pr}, or beside that by {@code CW/lr}. It counts as running until its result is told. */
final class MgcpRecorder implements Recorder {

    private final MgcpSession session;
    private final Operations operations;
    private final boolean live;
    private final AtomicBoolean running = new AtomicBoolean();

    MgcpRecorder(MgcpSession session, Operations operations, boolean live) {
        this.session = session;
        this.operations = operations;
        this.live = live;
    }

    boolean isLive() {
        return live;
    }

    @Override
    public CompletionStage<RecordResult> record(RecordRequest request) {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("a recording is running");
        }
        CompletableFuture<RecordResult> result = new CompletableFuture<>();
        Optional<String> lack = lack(request);
        if (lack.isPresent()) {
            running.set(false);
            result.complete(new RecordResult(RecordResult.Reason.FAILED, Duration.ZERO, false, lack.get()));
        } else {
            session.run(() -> operations.start(new Recording(session, this, request, end -> {
                running.set(false);
                result.complete(end);
            })));
        }
        return result.minimalCompletionStage();
    }

    /** What a server with the AU package alone can't do. */
    private Optional<String> lack(RecordRequest request) {
        if (session.agent().settings().dialect() != Dialect.RESTCOMM) {
            return Optional.empty();
        }
        if (live) {
            return Optional.of("this media server has no second recorder");
        }
        return Optional.of("this media server writes WAV only").filter(why -> request.format() != AudioFormat.WAV);
    }

    @Override
    public void stop() {
        session.run(() -> operations.stop(each -> each instanceof Recording recording && recording.isOf(this)));
    }
}
