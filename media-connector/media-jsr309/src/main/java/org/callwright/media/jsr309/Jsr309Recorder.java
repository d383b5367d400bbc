package org.callwright.media.jsr309;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.jsr309.reflect.Event;
import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.jsr309.reflect.Nouns;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordResult.Reason;
import org.callwright.media.spi.RecordedAudio;
import org.callwright.media.spi.Recorder;

/**
 * {@code Recorder}, into WAV files of what the peer sends. Whether the file is playable while it is made is up to the
 * media server. The API does not tell whether anything was heard: all but a recording that ended because nothing was
 * ever said counts as heard.
 */
final class Jsr309Recorder implements Recorder {

    private static final String TYPE = "mediagroup.Recorder";
    private static final String EVENT = "mediagroup.RecorderEvent";
    private static final String SPEECH = "mediagroup.SpeechDetectorConstants";

    /** The media server's clock may be ahead of ours by that much. */
    private static final Duration EARLY = Duration.ofMillis(100);

    private final Jsr309Session session;
    private final Groups group;
    private Handle recorder;
    private CompletableFuture<RecordResult> running;
    private RecordRequest request;
    private long begun;
    private boolean stopped;
    private boolean ended;

    /** Gives the group whose recorder it is. */
    interface Groups {

        Handle group() throws MediaException;
    }

    Jsr309Recorder(Jsr309Session session, Groups group) {
        this.session = session;
        this.group = group;
    }

    @Override
    public CompletionStage<RecordResult> record(RecordRequest wanted) {
        CompletableFuture<RecordResult> result = new CompletableFuture<>();
        synchronized (this) {
            if (running != null) {
                throw new IllegalStateException("a recording is running");
            }
            if (ended) {
                return CompletableFuture.completedFuture(new RecordResult(Reason.STOPPED, Duration.ZERO, false, ""));
            }
            running = result;
            request = wanted;
            stopped = false;
            begun = System.nanoTime();
        }
        session.server.gauges.recorders.incrementAndGet();
        try {
            begin(wanted);
            Jsr309Session.unlessDone(result, wanted.maxDuration().plus(Jsr309Session.END_LIMIT), this::stop);
        } catch (MediaException e) {
            Jsr309Messages.failed(session.correlationId, "recording", e);
            over(Reason.FAILED, Duration.ZERO, false, e.getMessage());
        }
        return result;
    }

    private void begin(RecordRequest wanted) throws MediaException {
        if (wanted.audio() != RecordedAudio.RECEIVED || wanted.format() != AudioFormat.WAV) {
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE,
                    "by JSR 309 only what the peer sends is recorded, as WAV");
        }
        Handle inGroup = group.group();
        Handle begins = recorder(inGroup);
        Handle options = inGroup.get("Parameters", "createParameters");
        Nouns nouns = inGroup.nouns();
        options.call("put", nouns.constant(TYPE, "START_BEEP"), wanted.startBeep());
        options.call("put", nouns.constant(TYPE, "MAX_DURATION"), (int) wanted.maxDuration().toMillis());
        boolean silence = !wanted.silenceTimeout().isZero();
        options.call("put", nouns.constant(TYPE, "SILENCE_TERMINATION_ON"), silence);
        if (silence) {
            int limit = (int) wanted.silenceTimeout().toMillis();
            options.call("put", nouns.constant(SPEECH, "INITIAL_TIMEOUT"), limit);
            options.call("put", nouns.constant(SPEECH, "FINAL_TIMEOUT"), limit);
        }
        putIfThere(options, "APPEND", false);
        putIfThere(options, "FILE_FORMAT", nouns.findConstant("mediagroup.FileFormatConstants", "WAV").orElse(null));
        putIfThere(options, "AUDIO_CODEC",
                nouns.findConstant("mediagroup.CodecConstants", "LINEAR_16BIT_128K").orElse(null));
        begins.call("record", session.server.files.uri(wanted.file()), null, options);
    }

    private static void putIfThere(Handle options, String name, Object value) throws MediaException {
        Object key = options.nouns().findConstant(TYPE, name).orElse(null);
        if (key != null && value != null) {
            options.call("put", key, value);
        }
    }

    private synchronized Handle recorder(Handle inGroup) throws MediaException {
        if (recorder == null) {
            recorder = inGroup.get(TYPE, "getRecorder");
            session.listen(recorder, EVENT, this::on);
        }
        return recorder;
    }

    private void on(Event event) {
        if (!event.is("RECORD_COMPLETED")) {
            return;
        }
        Duration recorded = event.value("getDuration").filter(millis -> millis instanceof Integer told && told > 0)
                .map(millis -> Duration.ofMillis((Integer) millis)).orElseGet(this::recorded);
        if (!event.successful()) {
            over(Reason.FAILED, recorded, true, event.error());
        } else if (event.hasQualifier("DURATION_EXCEEDED")) {
            over(Reason.MAX_DURATION, recorded, true, "");
        } else if (event.hasQualifier(SPEECH, "INITIAL_TIMEOUT_EXPIRED")) {
            over(Reason.SILENCE, recorded, false, "");
        } else if (event.hasQualifier("SILENCE")) {
            over(Reason.SILENCE, recorded, true, "");
        } else {
            over(endedWithoutReason(), recorded, true, "");
        }
    }

    /** There are implementations that say that it has ended and not why. What was not stopped came to a limit. */
    private synchronized Reason endedWithoutReason() {
        if (request != null && sinceBegin().plus(EARLY).compareTo(request.maxDuration()) >= 0) {
            return Reason.MAX_DURATION;
        }
        return stopped || request == null || request.silenceTimeout().isZero() ? Reason.STOPPED : Reason.SILENCE;
    }

    /** What is in the file; by the clock where that can't be read. */
    private synchronized Duration recorded() {
        Duration inFile = Duration.ofMillis(request == null ? 0 : SegmentFiles.millis(request.file()));
        return inFile.isZero() ? sinceBegin() : inFile;
    }

    private synchronized Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void over(Reason reason, Duration recorded, boolean heard, String detail) {
        CompletableFuture<RecordResult> result;
        synchronized (this) {
            result = running;
            running = null;
        }
        if (result != null) {
            session.server.gauges.recorders.decrementAndGet();
            result.complete(new RecordResult(reason, recorded, heard, detail));
        }
    }

    @Override
    public void stop() {
        Handle recording;
        CompletableFuture<RecordResult> result;
        synchronized (this) {
            stopped = true;
            result = running;
            recording = running == null ? null : recorder;
        }
        if (recording != null) {
            session.attempt("stopping the recorder", () -> recording.call("stop"));
            Jsr309Session.later(Jsr309Session.STOP_LIMIT, () -> giveUp(result));
        }
    }

    private void giveUp(CompletableFuture<RecordResult> recording) {
        if (!recording.isDone()) {
            session.neverEnded("stopping the recorder");
            over();
        }
    }

    /** Nothing is begun any more. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        stop();
    }

    /** Nothing is recorded any more, whatever the implementation tells of it. */
    void over() {
        over(Reason.STOPPED, recorded(), true, "");
    }
}
