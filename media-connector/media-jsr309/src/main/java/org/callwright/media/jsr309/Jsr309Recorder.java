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

    private final Jsr309Session session;
    private final Groups group;
    private Handle recorder;
    private Recording running;
    private boolean ended;

    /** What was asked for, and where it stands. */
    private static final class Recording {

        /** The media server's clock may be ahead of ours by that much. */
        private static final Duration EARLY = Duration.ofMillis(100);

        private final RecordRequest request;
        private final CompletableFuture<RecordResult> result = new CompletableFuture<>();
        private final long begun = System.nanoTime();
        private volatile boolean stopped;

        private Recording(RecordRequest request) {
            this.request = request;
        }

        private Duration sinceBegin() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }

        /** What is in the file; by the clock where that can't be read. */
        private Duration length() {
            Duration inFile = FileLength.of(request.file());
            return inFile.isZero() ? sinceBegin() : inFile;
        }

        /** Why it ended, where the implementation does not say: what was not stopped came to a limit. */
        private Reason reason() {
            if (sinceBegin().plus(EARLY).compareTo(request.maxDuration()) >= 0) {
                return Reason.MAX_DURATION;
            }
            return stopped || request.silenceTimeout().isZero() ? Reason.STOPPED : Reason.SILENCE;
        }
    }

    /** Gives the group whose recorder it is. */
    interface Groups {

        Handle group() throws MediaException;
    }

    Jsr309Recorder(Jsr309Session session, Groups group) {
        this.session = session;
        this.group = group;
    }

    @Override
    public CompletionStage<RecordResult> record(RecordRequest request) {
        Recording recording = new Recording(request);
        synchronized (this) {
            if (running != null) {
                throw new IllegalStateException("a recording is running");
            }
            if (ended) {
                return CompletableFuture.completedFuture(new RecordResult(Reason.STOPPED, Duration.ZERO, false, ""));
            }
            running = recording;
        }
        session.server.gauges.recorders.incrementAndGet();
        try {
            begin(request);
            Jsr309Session.unlessDone(recording.result, request.maxDuration().plus(Jsr309Session.END_LIMIT),
                    this::stop);
        } catch (MediaException e) {
            Jsr309Messages.failed(session.correlationId, "recording", e);
            over(recording, new RecordResult(Reason.FAILED, Duration.ZERO, false, e.getMessage()));
        }
        return recording.result;
    }

    private void begin(RecordRequest request) throws MediaException {
        if (request.audio() != RecordedAudio.RECEIVED || request.format() != AudioFormat.WAV) {
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE,
                    "by JSR 309 only what the peer sends is recorded, as WAV");
        }
        Handle inGroup = group.group();
        Handle wanted = recorder(inGroup);
        Handle options = inGroup.get("Parameters", "createParameters");
        Nouns nouns = inGroup.nouns();
        options.call("put", nouns.constant(TYPE, "START_BEEP"), request.startBeep());
        options.call("put", nouns.constant(TYPE, "MAX_DURATION"), (int) request.maxDuration().toMillis());
        boolean silence = !request.silenceTimeout().isZero();
        options.call("put", nouns.constant(TYPE, "SILENCE_TERMINATION_ON"), silence);
        if (silence) {
            int limit = (int) request.silenceTimeout().toMillis();
            options.call("put", nouns.constant(SPEECH, "INITIAL_TIMEOUT"), limit);
            options.call("put", nouns.constant(SPEECH, "FINAL_TIMEOUT"), limit);
        }
        putIfThere(options, "APPEND", false);
        putIfThere(options, "FILE_FORMAT", nouns.findConstant("mediagroup.FileFormatConstants", "WAV").orElse(null));
        putIfThere(options, "AUDIO_CODEC",
                nouns.findConstant("mediagroup.CodecConstants", "LINEAR_16BIT_128K").orElse(null));
        wanted.call("record", session.server.files.uri(request.file()), null, options);
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
        Recording recording = running();
        if (recording == null || !event.is("RECORD_COMPLETED")) {
            return;
        }
        Duration recorded = event.value("getDuration").filter(millis -> millis instanceof Integer told && told > 0)
                .map(millis -> Duration.ofMillis((Integer) millis)).orElseGet(recording::length);
        over(recording, event.successful()
                ? new RecordResult(reason(event, recording), recorded, heard(event), "")
                : new RecordResult(Reason.FAILED, recorded, true, event.error()));
    }

    private static Reason reason(Event event, Recording recording) {
        if (event.hasQualifier("DURATION_EXCEEDED")) {
            return Reason.MAX_DURATION;
        }
        if (event.hasQualifier("SILENCE") || !heard(event)) {
            return Reason.SILENCE;
        }
        return event.hasQualifier("STOPPED") ? Reason.STOPPED : recording.reason();
    }

    private static boolean heard(Event event) {
        return !event.hasQualifier(SPEECH, "INITIAL_TIMEOUT_EXPIRED");
    }

    private synchronized Recording running() {
        return running;
    }

    private void over(Recording recording, RecordResult result) {
        synchronized (this) {
            if (running != recording) {
                return;
            }
            running = null;
        }
        session.server.gauges.recorders.decrementAndGet();
        recording.result.complete(result);
    }

    @Override
    public void stop() {
        Recording recording = running();
        if (recording == null) {
            return;
        }
        recording.stopped = true;
        session.attempt("stopping the recorder", this::stopRecorder);
        Jsr309Session.later(Jsr309Session.STOP_LIMIT, () -> giveUp(recording));
    }

    private void stopRecorder() throws MediaException {
        Handle stopped;
        synchronized (this) {
            stopped = recorder;
        }
        if (stopped != null) {
            stopped.call("stop");
        }
    }

    private void giveUp(Recording recording) {
        if (!recording.result.isDone()) {
            session.neverEnded("stopping the recorder");
            over(recording, new RecordResult(recording.reason(), recording.length(), true, ""));
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
        Recording recording = running();
        if (recording != null) {
            over(recording, new RecordResult(Reason.STOPPED, recording.length(), true, ""));
        }
    }
}
