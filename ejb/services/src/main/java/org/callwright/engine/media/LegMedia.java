package org.callwright.engine.media;

import static org.callwright.engine.log.EngineLog.LOG;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.MediaRefusal;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.RecordedParties;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSid;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordedAudio;
import org.callwright.media.spi.Recorder;
import org.callwright.speech.PromptSource;

/**
 * The media of one leg. Effects and results go through one serial executor, so that nothing here needs a lock and no
 * driver thread is held up. Life: made by the first offer, ends with release, after which nothing happens any more but
 * the end of what was running.
 */
final class LegMedia {

    private final CallSid leg;
    private final Endpoint.Sessions sessions;
    private final PromptSource prompts;
    private final RecordingFolder recordings;
    private final Consumer<CallEvent> events;
    private final Executor serial;
    private final Duration limit;
    private final Bridge bridge;
    private final Map<Long, PromptRun> running = new HashMap<>();
    private volatile Optional<Endpoint> endpoint = Optional.empty();
    private final Map<Long, Recorder> recording = new HashMap<>();
    private boolean released;

    LegMedia(CallSid leg, Endpoint.Sessions sessions, PromptSource prompts, RecordingFolder recordings,
            Consumer<CallEvent> events, Executor pool, Duration limit) {
        this.leg = leg;
        this.sessions = sessions;
        this.prompts = prompts;
        this.recordings = recordings;
        this.events = events;
        this.serial = new SerialExecutor(pool);
        this.limit = limit;
        this.bridge = new Bridge(leg, events, this::inOrder, limit);
    }

    void carryOut(Effect.Media effect) {
        Consumer<CallEvent> told = isNegotiation(effect) ? withinLimit(effect) : events;
        inOrder(() -> {
            try {
                dispatch(effect, told);
            } catch (MediaException | RuntimeException | LinkageError e) {
                refuse(effect, e, told);
            }
        });
    }

    /** Lets this leg hear another one, and be heard by it if that is wanted. */
    void join(Effect.Joining effect, CompletionStage<Endpoint> other) {
        inOrder(() -> endpoint.ifPresentOrElse(own -> bridge.join(effect, own, other),
                () -> bridge.notJoined(effect, noMedia())));
    }

    /** This leg's endpoint, for another leg; fails when there is none. */
    CompletionStage<Endpoint> endpoint() {
        CompletableFuture<Endpoint> answer = new CompletableFuture<>();
        inOrder(() -> endpoint.filter(open -> !released)
                .ifPresentOrElse(answer::complete, () -> answer.completeExceptionally(noMedia())));
        return answer;
    }

    /** This leg's session, if there is one; by any thread. */
    Optional<MediaSession> session() {
        return endpoint.map(Endpoint::session);
    }

    static MediaException noMedia() {
        return new MediaException(MediaFailure.RELEASED, "the leg has no media");
    }

    /** Takes the event that comes first: the driver's, or that it did not answer, which no driver can hold up. */
    private Consumer<CallEvent> withinLimit(Effect.Media effect) {
        CompletableFuture<CallEvent> answer = new CompletableFuture<>();
        answer.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS).whenComplete((event, late) -> {
            if (late != null) {
                LOG.mediaSilent(leg, effect.getClass().getSimpleName(), limit.toMillis());
            }
            events.accept(late == null ? event
                    : new CallEvent.MediaRefused(leg, MediaRefusal.INTERNAL, "media did not answer in time"));
        });
        return answer::complete;
    }

    private static boolean isNegotiation(Effect.Media effect) {
        return effect instanceof Effect.AnswerOffer || effect instanceof Effect.MakeOffer
                || effect instanceof Effect.ApplyAnswer;
    }

    private void dispatch(Effect.Media effect, Consumer<CallEvent> told) throws MediaException {
        if (effect instanceof Effect.AnswerOffer answer) {
            negotiate(effect, open().connection().sdpPortManager().processSdpOffer(answer.offer()),
                    sdp -> new CallEvent.MediaAnswered(leg, sdp), told);
        } else if (effect instanceof Effect.MakeOffer) {
            negotiate(effect, open().connection().sdpPortManager().generateSdpOffer(),
                    sdp -> new CallEvent.MediaOffered(leg, sdp), told);
        } else if (effect instanceof Effect.ApplyAnswer apply) {
            negotiate(effect, existing().connection().sdpPortManager().processSdpAnswer(apply.answer()),
                    done -> new CallEvent.MediaConnected(leg), told);
        } else if (effect instanceof Effect.PlayPrompt play) {
            play(play);
        } else if (effect instanceof Effect.StopPrompt stop) {
            stop(stop.operation());
        } else if (effect instanceof Effect.StartRecording start) {
            record(existing().group().recorder(), start.operation(), start.recording(), new RecordRequest(
                    recordings.file(start.recording(), start.format()), start.spec().beep(), start.spec().maxLength(),
                    start.spec().silenceTimeout(), audio(start.spec().parties()), format(start.format())));
        } else if (effect instanceof Effect.StartLiveRecording start) {
            record(existing().group().liveRecorder(), start.operation(), start.recording(), new RecordRequest(
                    recordings.file(start.recording(), start.format()), false, start.maxLength(), Duration.ZERO,
                    RecordedAudio.RECEIVED, format(start.format())));
        } else if (effect instanceof Effect.StopRecording stop) {
            Optional.ofNullable(recording.get(stop.operation())).ifPresent(Recorder::stop);
        } else if (effect instanceof Effect.DetectMachine detect) {
            detect(detect);
        } else if (effect instanceof Effect.PartLegs) {
            bridge.part();
        } else if (effect instanceof Effect.ReleaseMedia) {
            release();
        }
    }

    private Endpoint open() throws MediaException {
        if (endpoint.isEmpty()) {
            endpoint = Optional.of(Endpoint.create(sessions, leg.value(),
                    () -> events.accept(new CallEvent.PeerSilent(leg)),
                    digit -> events.accept(new CallEvent.DigitPressed(leg, digit))));
        }
        return existing();
    }

    private Endpoint existing() {
        return endpoint.orElseThrow(() -> new IllegalStateException("the leg has no media"));
    }

    private <T> void negotiate(Effect.Media effect, CompletionStage<T> stage, Function<T, CallEvent> toEvent,
            Consumer<CallEvent> told) {
        stage.whenComplete((result, failure) -> inOrder(() -> {
            if (failure == null) {
                told.accept(toEvent.apply(result));
            } else {
                refuse(effect, failure, told);
            }
        }));
    }

    private void play(Effect.PlayPrompt effect) {
        var player = existing().group().player();
        PromptRun run = new PromptRun(effect, outcome -> {
            running.remove(effect.operation());
            events.accept(new CallEvent.PromptEnded(leg, effect.operation(), outcome));
        });
        running.put(effect.operation(), run);
        if (effect.prompt() instanceof Prompt.Ringback) {
            run.ringback(player, result -> inOrder(() -> run.played(result)));
            return;
        }
        prompts.prepare(effect.prompt()).whenComplete((prompt, failure) -> inOrder(() ->
                run.prepared(prompt, failure, player, result -> inOrder(() -> run.played(result)))));
    }

    private void stop(long operation) {
        PromptRun run = running.get(operation);
        if (run == null) {
            return;
        }
        if (run.playing()) {
            existing().group().player().stop();
        } else {
            run.stopPreparing();
        }
    }

    private void record(Recorder recorder, long operation, RecordingSid sid, RecordRequest request) {
        CompletionStage<RecordResult> stage = recorder.record(request);
        recording.put(operation, recorder);
        stage.whenComplete((result, failure) -> inOrder(() -> recorded(operation, sid, result != null ? result
                : new RecordResult(RecordResult.Reason.FAILED, Duration.ZERO, false, String.valueOf(failure)))));
    }

    private static RecordedAudio audio(RecordedParties parties) {
        return switch (parties) {
            case PEER -> RecordedAudio.RECEIVED;
            case MIXED -> RecordedAudio.MIXED;
            case SEPARATE -> RecordedAudio.SEPARATE;
        };
    }

    private static AudioFormat format(RecordingFormat format) {
        return switch (format) {
            case WAV -> AudioFormat.WAV;
            case GSM -> AudioFormat.GSM;
        };
    }

    private void recorded(long operation, RecordingSid sid, RecordResult result) {
        recording.remove(operation);
        recordings.protect(sid);
        RecordingOutcome.Reason reason = switch (result.reason()) {
            case STOPPED -> RecordingOutcome.Reason.STOPPED;
            case MAX_DURATION -> RecordingOutcome.Reason.MAX_LENGTH;
            case SILENCE -> RecordingOutcome.Reason.SILENCE;
            case FAILED -> RecordingOutcome.Reason.FAILED;
        };
        events.accept(new CallEvent.RecordingEnded(leg, operation,
                new RecordingOutcome(reason, result.recorded(), result.soundHeard(), result.detail())));
    }

    private void detect(Effect.DetectMachine effect) {
        existing().group().machineDetector().detect(WhoAnswers.request(effect)).whenComplete((result, failure) ->
                inOrder(() -> events.accept(
                        result == null ? WhoAnswers.none(effect) : WhoAnswers.result(effect, result))));
    }

    private void release() {
        if (released) {
            return;
        }
        released = true;
        List.copyOf(running.values()).forEach(PromptRun::stopPreparing);
        bridge.part();
        endpoint.ifPresent(open -> open.session().release());
    }

    /** Tells the machine that what it wanted is not to be had, so that it never waits in vain. */
    private void refuse(Effect.Media effect, Throwable failure, Consumer<CallEvent> told) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        if (!(cause instanceof MediaException)) {
            LOG.mediaFailed(leg, effect.getClass().getSimpleName(), cause);
        }
        if (effect instanceof Effect.PlayPrompt play) {
            PromptRun run = running.getOrDefault(play.operation(), new PromptRun(play, outcome ->
                    events.accept(new CallEvent.PromptEnded(leg, play.operation(), outcome))));
            run.failed(cause);
        } else if (effect instanceof Effect.StartRecording start) {
            notRecorded(start.operation(), cause);
        } else if (effect instanceof Effect.StartLiveRecording start) {
            notRecorded(start.operation(), cause);
        } else if (effect instanceof Effect.DetectMachine detect) {
            events.accept(WhoAnswers.none(detect));
        } else if (isNegotiation(effect)) {
            told.accept(new CallEvent.MediaRefused(leg, refusal(cause), String.valueOf(cause.getMessage())));
        }
    }

    private void notRecorded(long operation, Throwable cause) {
        events.accept(new CallEvent.RecordingEnded(leg, operation, new RecordingOutcome(
                RecordingOutcome.Reason.FAILED, Duration.ZERO, false, String.valueOf(cause.getMessage()))));
    }

    private static MediaRefusal refusal(Throwable cause) {
        if (!(cause instanceof MediaException known)) {
            return MediaRefusal.INTERNAL;
        }
        return switch (known.failure()) {
            case SDP_MALFORMED -> MediaRefusal.MALFORMED_SDP;
            case SDP_NOT_ACCEPTABLE -> MediaRefusal.NOT_ACCEPTABLE;
            case RESOURCE_UNAVAILABLE -> MediaRefusal.NO_RESOURCES;
            case RELEASED, INTERNAL -> MediaRefusal.INTERNAL;
        };
    }

    private void inOrder(Runnable work) {
        try {
            serial.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debugf("media of %s: the server is stopping", leg);
        }
    }
}
