package org.callwright.media.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callwright.media.codecs.amd.AnsweringMachineDetector;
import org.callwright.media.embedded.amd.MachineListener;
import org.callwright.media.embedded.rtp.AudioSink;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetectionResult;
import org.callwright.media.spi.MachineDetectionResult.Reason;
import org.callwright.media.spi.MachineDetector;

/** Runs one detection at a time, beside a recording when there is one. It counts as running until its result is told. */
final class EmbeddedMachineDetector implements MachineDetector {

    private final EmbeddedSession session;
    private final EmbeddedGroup group;
    private final AtomicBoolean running = new AtomicBoolean();
    private CompletableFuture<MachineDetectionResult> result;
    private MachineListener listener;
    private boolean closed;

    EmbeddedMachineDetector(EmbeddedSession session, EmbeddedGroup group) {
        this.session = session;
        this.group = group;
    }

    @Override
    public CompletionStage<MachineDetectionResult> detect(MachineDetection request) {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("a detection is running");
        }
        CompletableFuture<MachineDetectionResult> promise = new CompletableFuture<>();
        session.execute(() -> begin(request, promise));
        return promise.minimalCompletionStage();
    }

    private void begin(MachineDetection request, CompletableFuture<MachineDetectionResult> promise) {
        result = promise;
        listener = new MachineListener(request, System.nanoTime());
        if (closed) {
            end(Reason.STOPPED);
        } else {
            group.sinkChanged();
        }
    }

    @Override
    public void stop() {
        session.execute(() -> {
            if (listener != null) {
                end(Reason.STOPPED);
            }
        });
    }

    private void end(Reason reason) {
        AnsweringMachineDetector detector = listener.detector();
        MachineDetectionResult told = new MachineDetectionResult(reason, detector.answeredBy(),
                Duration.ofMillis(detector.heardMillis()));
        CompletableFuture<MachineDetectionResult> promise = result;
        listener = null;
        group.sinkChanged();
        running.set(false);
        session.engine().event(() -> promise.complete(told));
    }

    /** Tick thread: where audio goes. */
    AudioSink sink() {
        return listener == null ? AudioSink.NONE : listener;
    }

    void tick(long nanoTime) {
        if (listener != null) {
            listener.tick(nanoTime);
            if (listener.detector().decided()) {
                end(Reason.DETECTED);
            }
        }
    }

    /** Tick thread: ends what is running and takes nothing more. */
    void shutdown() {
        closed = true;
        if (listener != null) {
            end(Reason.STOPPED);
        }
    }
}
