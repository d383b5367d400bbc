package org.callwright.media.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.callwright.media.codecs.Tones;
import org.callwright.media.embedded.record.DuplexTask;
import org.callwright.media.embedded.record.Preroll;
import org.callwright.media.embedded.record.RecordTask;
import org.callwright.media.embedded.record.Recording;
import org.callwright.media.embedded.rtp.AudioSink;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordedAudio;
import org.callwright.media.spi.Recorder;

/**
 * Runs one recording at a time. With a start beep it first gives the beep to the leg and begins to record with the turn
 * after the beep's last frame. A recording counts as running until its result is told. One that begins with the call
 * may begin with the first packet ({@link Preroll}).
 */
final class EmbeddedRecorder implements Recorder {

    private static final short[] BEEP = Tones.beep();

    private final EmbeddedSession session;
    private final EmbeddedGroup group;
    private final AtomicBoolean running = new AtomicBoolean();
    private CompletableFuture<RecordResult> result;
    private RecordRequest waitingForBeep;
    private int beepPosition;
    private Recording task;
    private Preroll preroll;
    private boolean closed;

    /** @param fromTheFirst whether a recording that begins with the call begins with the first packet */
    EmbeddedRecorder(EmbeddedSession session, EmbeddedGroup group, boolean fromTheFirst) {
        this.session = session;
        this.group = group;
        this.preroll = fromTheFirst ? new Preroll() : null;
    }

    @Override
    public CompletionStage<RecordResult> record(RecordRequest request) {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("a recording is running");
        }
        CompletableFuture<RecordResult> promise = new CompletableFuture<>();
        session.execute(() -> begin(request, promise));
        return promise.minimalCompletionStage();
    }

    private void begin(RecordRequest request, CompletableFuture<RecordResult> promise) {
        session.engine().gauges.recorders.incrementAndGet();
        result = promise;
        if (closed || request.startBeep()) {
            waitingForBeep = request;
            beepPosition = 0;
            played();
            if (closed) {
                stop(System.nanoTime());
            }
        } else {
            start(request, System.nanoTime());
        }
    }

    private void start(RecordRequest request, long nanoTime) {
        CompletableFuture<RecordResult> promise = result;
        Consumer<RecordResult> receiver = recorded -> tell(promise, recorded);
        task = request.audio() == RecordedAudio.RECEIVED ? startReceived(request, nanoTime, receiver)
                : new DuplexTask(request, session.engine().files, session.engine().counters.framesConcealed::increment,
                        receiver);
        preroll = null;
        group.sinkChanged();
    }

    private Recording startReceived(RecordRequest request, long nanoTime, Consumer<RecordResult> receiver) {
        boolean fromTheFirst = preroll != null && preroll.isPresent(nanoTime);
        RecordTask received = new RecordTask(request, session.engine().files,
                session.engine().counters.framesConcealed::increment, fromTheFirst ? preroll.since() : nanoTime,
                receiver);
        EmbeddedConnection heard = group.heard();
        if (fromTheFirst) {
            preroll.replay(received.sink());
        } else if (heard != null && heard.leg() != null && heard.leg().receiver().flowing(nanoTime)) {
            received.anchor(heard.leg().receiver().newestEnd());
        }
        return received;
    }

    private void tell(CompletableFuture<RecordResult> promise, RecordResult recorded) {
        session.engine().gauges.recorders.decrementAndGet();
        if (recorded.reason() == RecordResult.Reason.FAILED) {
            MediaLog.recordingFailed(session.correlationId(), recorded.detail());
        }
        running.set(false);
        session.engine().event(() -> promise.complete(recorded));
    }

    @Override
    public void stop() {
        session.execute(() -> stop(System.nanoTime()));
    }

    private void stop(long nanoTime) {
        if (waitingForBeep != null) {
            RecordRequest request = waitingForBeep;
            waitingForBeep = null;
            start(request, nanoTime);
        }
        if (task != null) {
            task.stop(nanoTime);
            taskEnded();
        }
    }

    private void taskEnded() {
        task = null;
        group.sinkChanged();
    }

    /** Tick thread: where audio goes. */
    AudioSink sink() {
        if (task != null) {
            return task.sink();
        }
        return preroll == null ? AudioSink.NONE : preroll;
    }

    /** Tick thread: the peer was given something to hear; a recording from now on does not begin with the call. */
    void played() {
        if (preroll != null) {
            preroll = null;
            group.sinkChanged();
        }
    }

    /** Tick thread: the next 20 ms of the beep; false when there is none. */
    boolean readBeep(short[] frame) {
        if (waitingForBeep == null || beepPosition >= BEEP.length) {
            return false;
        }
        System.arraycopy(BEEP, beepPosition, frame, 0, frame.length);
        beepPosition += frame.length;
        return true;
    }

    /** Tick thread: this is what the peer is sent. */
    void sent(short[] frame) {
        if (task != null) {
            task.sent(frame);
        }
    }

    void tick(long nanoTime, int rounds) {
        if (waitingForBeep != null && beepPosition >= BEEP.length) {
            RecordRequest request = waitingForBeep;
            waitingForBeep = null;
            start(request, nanoTime);
        }
        if (task != null) {
            task.tick(nanoTime, rounds);
            if (task.ended()) {
                taskEnded();
            }
        }
    }

    /** Tick thread: ends what is running and takes nothing more. */
    void shutdown(long nanoTime) {
        closed = true;
        stop(nanoTime);
    }
}
