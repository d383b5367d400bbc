package org.callwright.engine.core;

import static org.callwright.engine.log.EngineLog.LOG;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.FetchedDocument;
import org.callwright.engine.port.Directory;
import org.callwright.engine.port.SipPort;
import org.callwright.engine.port.WebhookException;

/**
 * Hands each effect to its port and turns what comes back into events. A port that throws does not stop the effects
 * behind it; since the session may now wait for an event that never comes, it is asked to hang up.
 */
final class EffectRunner {

    private final Ports ports;
    private final Supplier<Optional<SipPort>> sip;
    private final Lookups lookups;
    private final Consumer<CallEvent> events;
    private final BiConsumer<CallSid, Optional<CallRecord>> forget;
    private final Consumer<RecordingAnswer> answers;
    private final Consumer<Effect.Dialling> dialled;

    EffectRunner(Ports ports, Supplier<Optional<SipPort>> sip, Executor lookups, Consumer<CallEvent> events,
            BiConsumer<CallSid, Optional<CallRecord>> forget, Consumer<RecordingAnswer> answers,
            Consumer<Effect.Dialling> dialled) {
        this.ports = ports;
        this.sip = sip;
        this.lookups = new Lookups(ports.directory(), lookups, Lookups.LIMIT, System::nanoTime);
        this.events = events;
        this.forget = forget;
        this.answers = answers;
        this.dialled = dialled;
    }

    void carryOut(CallSid session, Effect effect) {
        try {
            dispatch(session, effect);
        } catch (RuntimeException | LinkageError e) {
            String name = effect.getClass().getSimpleName();
            LOG.effectFailed(session, name, e);
            if (!(effect instanceof Effect.Record)) {
                events.accept(new CallEvent.HangupRequested(session, name + " failed"));
            }
        }
    }

    private void dispatch(CallSid session, Effect effect) {
        if (effect instanceof Effect.Sip signalling) {
            signal(signalling);
        } else if (effect instanceof Effect.Media media) {
            ports.media().carryOut(media);
        } else if (effect instanceof Effect.Record record) {
            ports.records().write(record);
        } else if (effect instanceof Effect.StartTimer start) {
            ports.timers().start(start.leg(), start.timer(), start.delay(),
                    () -> events.accept(new CallEvent.TimerFired(start.leg(), start.timer())));
        } else if (effect instanceof Effect.StopTimer stop) {
            ports.timers().stop(stop.leg(), stop.timer());
        } else if (effect instanceof Effect.FetchDocument fetch) {
            fetch(fetch);
        } else if (effect instanceof Effect.ResolveDestination resolve) {
            lookups.resolve(resolve.leg(), resolve.facts()).thenAccept(events);
        } else if (effect instanceof Effect.Dialling other) {
            dialled.accept(other);
        } else if (effect instanceof Effect.AnswerRecordingQuestion answer) {
            answers.accept(answer.answer());
        } else if (effect instanceof Effect.Forget last) {
            forget.accept(session, last.outcome());
        } else {
            throw new IllegalStateException("no port for " + effect.getClass().getSimpleName());
        }
    }

    private void signal(Effect.Sip effect) {
        Optional<SipPort> port = sip.get();
        if (port.isPresent()) {
            port.get().carryOut(effect);
        } else if (effect instanceof Effect.PlaceInvite) {
            events.accept(new CallEvent.SignallingFailed(effect.leg(), "no SIP application is attached"));
        }
    }

    private void fetch(Effect.FetchDocument effect) {
        ports.webhooks().fetch(effect.request()).whenComplete((document, failure) ->
                events.accept(answer(effect, document, failure)));
    }

    private CallEvent answer(Effect.FetchDocument effect, FetchedDocument document, Throwable failure) {
        if (failure == null) {
            return new CallEvent.DocumentFetched(effect.leg(), effect.requestId(), document);
        }
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        if (cause instanceof WebhookException refused) {
            return new CallEvent.DocumentFailed(
                    effect.leg(), effect.requestId(), refused.failure(), refused.getMessage());
        }
        LOG.effectFailed(effect.leg(), "FetchDocument", cause);
        return new CallEvent.DocumentFailed(effect.leg(), effect.requestId(), FetchFailure.IO, "internal error");
    }
}
