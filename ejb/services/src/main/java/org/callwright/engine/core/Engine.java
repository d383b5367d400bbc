package org.callwright.engine.core;

import static org.callwright.engine.log.EngineLog.LOG;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.callwright.call.CallEvent;
import org.callwright.call.CallSession;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.OutboundCall;
import org.callwright.engine.CallEngine;
import org.callwright.engine.CallRefusedException;
import org.callwright.engine.port.SipPort;

/**
 * The call engine: finds or makes the session of an event and puts the event into its mailbox. Everything else happens
 * on the workers, see {@link SessionActor}.
 *
 * <p>Life: {@link #sweep} once at the start, {@link #attach} and {@link #detach} as the SIP application comes and goes,
 * {@link #reap} every now and then, {@link #close} at the end. Calls are taken between attach and detach.
 */
public final class Engine implements CallEngine, AutoCloseable {

    /** What a session gets on top of its longest length before it is taken for forgotten. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final EngineConfig config;
    private final Ports ports;
    private final Workers workers;
    private final Clock clock;
    private final Machine machine;
    private final EffectRunner effects;
    private final ForcedEnd forcedEnd;
    private final Admission admission;
    private final Refusals refusals;
    private final RecordingQuestions questions = new RecordingQuestions();
    private final ConcurrentMap<CallSid, Slot> slots = new ConcurrentHashMap<>();
    private volatile Optional<SipPort> sip = Optional.empty();

    private record Slot(SessionActor actor, Mailbox mailbox, Optional<CallSid> dialler) {
    }

    /**
     * Makes an engine.
     *
     * @param workers runs transitions and effects
     * @param lookups runs the directory, which may block
     */
    public Engine(EngineConfig config, Ports ports, Workers workers, Executor lookups, Clock clock) {
        this(config, ports, workers, lookups, clock, CallSession::on);
    }

    Engine(EngineConfig config, Ports ports, Workers workers, Executor lookups, Clock clock, Machine machine) {
        this.config = config;
        this.ports = ports;
        this.workers = workers;
        this.clock = clock;
        this.machine = machine;
        this.admission = new Admission(config.maxCalls(), workers);
        this.refusals = new Refusals(clock);
        DialledCalls dialled = new DialledCalls(this::begin, slots::containsKey, this::post);
        this.effects = new EffectRunner(
                ports, () -> sip, lookups, this::post, this::forget, questions::answered, dialled::carryOut);
        this.forcedEnd = new ForcedEnd(effects, this::endOrphans, clock);
    }

    @Override
    public CallSid newCallSid() {
        return new CallSid(config.instanceId() + "-CA" + Secrets.hex32());
    }

    @Override
    public void post(CallEvent event) {
        Slot slot = slots.get(event.leg());
        if (slot != null) {
            offer(slot, event);
        } else if (event instanceof CallEvent.Invited) {
            invite(event);
        } else {
            LOG.unknownCall(event.leg(), event.getClass().getSimpleName());
        }
    }

    @Override
    public CallRecord placeCall(CallSid sid, OutboundCall call) {
        admission.enter().ifPresent(reason -> {
            refusals.happened(reason);
            throw new CallRefusedException(reason);
        });
        Slot slot = newSlot(newSession(sid), call.dialler());
        return slot.mailbox().first(() -> {
            if (slots.putIfAbsent(sid, slot) != null) {
                admission.leave();
                throw new IllegalArgumentException("a call with this SID is under way");
            }
            slot.actor().handle(new CallEvent.OutboundRequested(sid, call));
            return slot.actor().lastRecord();
        }).orElseThrow(() -> new CallRefusedException("the call could not be started"));
    }

    @Override
    public CompletionStage<RecordingAnswer> ask(CallEvent.RecordingQuestion question) {
        CompletionStage<RecordingAnswer> answer = questions.begin(question);
        Slot slot = slots.get(question.leg());
        if (slot == null || !offer(slot, question)) {
            questions.unheard(question);
        }
        return answer;
    }

    @Override
    public void attach(SipPort port) {
        sip = Optional.of(port);
        admission.open();
        LOG.sipAttached();
    }

    @Override
    public void detach(SipPort port) {
        if (sip.filter(attached -> attached == port).isPresent()) {
            endAll(STOPPING);
            if (sip.filter(attached -> attached == port).isPresent()) {
                sip = Optional.empty();
                LOG.sipDetached();
            }
        }
    }

    @Override
    public Optional<String> notReadyReason() {
        return admission.closedReason();
    }

    @Override
    public boolean overloaded() {
        return admission.overloaded();
    }

    @Override
    public int activeCalls() {
        return slots.size();
    }

    @Override
    public boolean runs(CallSid call) {
        return slots.containsKey(call);
    }

    /**
     * Closes what a dead run of this instance left in the session store: nobody runs those calls any more. Sessions of
     * other instances are theirs.
     */
    public void sweep() {
        var left = ports.sessions().sids().stream()
                .filter(sid -> sid.instanceId().equals(config.instanceId()) && !slots.containsKey(sid))
                .toList();
        if (!left.isEmpty()) {
            LOG.sweeping(left.size());
        }
        // All are there before the first one ends: those that dialled each other tell each other.
        left.stream().map(this::adopt).flatMap(Optional::stream).toList().forEach(this::endLost);
    }

    /** Ends sessions that outlived the longest call; by force those which even then did not end. */
    public void reap() {
        Duration limit = config.policy().maxCallLength().plus(GRACE);
        for (Slot slot : slots.values()) {
            Duration age = Duration.between(slot.actor().created(), clock.instant());
            if (age.compareTo(limit) > 0) {
                if (age.compareTo(limit.plus(GRACE)) > 0) {
                    slot.actor().condemn();
                }
                LOG.reaped(slot.actor().sid());
                offer(slot, new CallEvent.HangupRequested(slot.actor().sid(), "reaped"));
            }
        }
    }

    /** Takes no more calls, ends those that run and waits for them as long as the stop limit says. */
    @Override
    public void close() {
        endAll(STOPPING);
        LOG.engineStopped();
    }

    private void endAll(String cause) {
        admission.close();
        int calls = slots.size();
        if (calls == 0) {
            return;
        }
        LOG.endingCalls(calls);
        slots.forEach((sid, slot) -> offer(slot, new CallEvent.HangupRequested(sid, cause)));
        if (!admission.awaitEmpty(config.stopLimit())) {
            LOG.callsLeft(slots.size());
        }
    }

    private void invite(CallEvent event) {
        begin(event).ifPresent(refusal -> sip.ifPresent(port ->
                port.carryOut(new Effect.RefuseInvite(event.leg(), 503, "Service Unavailable"))));
    }

    /** Begins a session with its first event; says why when there is no room for it. */
    private Optional<String> begin(CallEvent first) {
        Optional<String> refusal = admission.enter();
        if (refusal.isPresent()) {
            refusals.happened(refusal.get());
            return refusal;
        }
        Slot slot = newSlot(newSession(first.leg()),
                first instanceof CallEvent.OutboundRequested order ? order.call().dialler() : Optional.empty());
        slots.put(first.leg(), slot);
        offer(slot, first);
        return Optional.empty();
    }

    private void endOrphans(CallSid dialler) {
        slots.values().stream().filter(slot -> slot.dialler().filter(dialler::equals).isPresent()).forEach(slot ->
                offer(slot, new CallEvent.DiallerGone(slot.actor().sid(), "the call that dialled this one is gone")));
    }

    private Optional<CallSession> adopt(CallSid sid) {
        try {
            Optional<CallSession> session = ports.sessions().get(sid);
            session.ifPresent(found -> {
                admission.enterAnyway();
                slots.put(sid, newSlot(found, found.callRecord().flatMap(CallRecord::parent)));
            });
            return session;
        } catch (RuntimeException e) {
            LOG.storedStateUnreadable(sid, e);
            ports.sessions().remove(sid);
            return Optional.empty();
        }
    }

    private void endLost(CallSession session) {
        Slot slot = slots.get(session.sid());
        offer(slot, new CallEvent.HangupRequested(session.sid(), "node lost"));
        session.operations().forEach(one -> offer(slot, LostMedia.end(session.sid(), one, ports.rescue())));
    }

    private CallSession newSession(CallSid sid) {
        return CallSession.create(sid, Secrets.hex32(), config.policy(), clock.instant());
    }

    private Slot newSlot(CallSession session, Optional<CallSid> dialler) {
        SessionActor actor = new SessionActor(machine, ports, effects, forcedEnd, clock, session);
        return new Slot(actor, new Mailbox(workers, actor::handle), dialler);
    }

    /** @return whether the event will be handled, unless the call ends before */
    private boolean offer(Slot slot, CallEvent event) {
        try {
            Mailbox.Verdict verdict = slot.mailbox().offer(event);
            if (verdict == Mailbox.Verdict.DROPPED) {
                LOG.eventDropped(event.leg(), event.getClass().getSimpleName());
            } else if (verdict == Mailbox.Verdict.OVERFLOWED) {
                LOG.mailboxOverflow(event.leg());
                slot.mailbox().offer(new CallEvent.HangupRequested(event.leg(), "too many events"));
            }
            return verdict == Mailbox.Verdict.TAKEN;
        } catch (RejectedExecutionException e) {
            LOG.eventDropped(event.leg(), event.getClass().getSimpleName());
            return false;
        }
    }

    private void forget(CallSid sid, Optional<CallRecord> outcome) {
        Slot slot = slots.remove(sid);
        if (slot == null) {
            return;
        }
        slot.mailbox().close();
        questions.ended(sid);
        try {
            ports.timers().stopAll(sid);
            ports.media().carryOut(new Effect.ReleaseMedia(sid));
            ports.sessions().remove(sid);
        } finally {
            Outcomes.log(sid, outcome);
            admission.leave();
        }
    }
}
