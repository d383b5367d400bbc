package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callwright.media.mgcp.agent.Dialect;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetectionResult;
import org.callwright.media.spi.MachineDetector;

/** Detects by {@code CW/md}. A media server without that says that it does not know who answered. */
final class MgcpMachineDetector implements MachineDetector {

    private final MgcpSession session;
    private final Operations operations;
    private final AtomicBoolean running = new AtomicBoolean();

    MgcpMachineDetector(MgcpSession session, Operations operations) {
        this.session = session;
        this.operations = operations;
    }

    @Override
    public CompletionStage<MachineDetectionResult> detect(MachineDetection request) {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("a detection is running");
        }
        CompletableFuture<MachineDetectionResult> result = new CompletableFuture<>();
        if (session.agent().settings().dialect() == Dialect.RESTCOMM) {
            running.set(false);
            result.complete(new MachineDetectionResult(MachineDetectionResult.Reason.DETECTED, AnsweredBy.UNKNOWN,
                    Duration.ZERO));
        } else {
            session.run(() -> operations.start(new Detecting(session, request, end -> {
                running.set(false);
                result.complete(end);
            })));
        }
        return result.minimalCompletionStage();
    }

    @Override
    public void stop() {
        session.run(() -> operations.stop(Detecting.class::isInstance));
    }
}
