package org.callwright.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.callwright.call.CallEvent;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Direction;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.RecordingVerdict;
import org.callwright.engine.port.SipPort;

/** Notes the calls that are placed, and what is posted; for the tests of the dialects too. */
public final class FakeEngine implements CallEngine {

    public final List<OutboundCall> placed = new ArrayList<>();
    public final List<CallEvent> posted = new ArrayList<>();
    public final Set<CallSid> running = new HashSet<>();
    public Optional<String> notReady = Optional.empty();
    public boolean full;
    public Function<CallEvent.RecordingQuestion, RecordingAnswer> answers =
            question -> RecordingAnswer.none(question.recording(), RecordingVerdict.CALL_ENDED);
    private int sids;

    @Override
    public CallSid newCallSid() {
        return new CallSid("ID000102030405060708090a0b0c0d0e0f-CA" + String.format("%032x", sids++));
    }

    @Override
    public CallRecord placeCall(CallSid sid, OutboundCall call) {
        if (full) {
            throw new CallRefusedException("too many calls");
        }
        placed.add(call);
        running.add(sid);
        return new CallRecord(sid, call.account(), Optional.empty(), Optional.empty(), call.from(), call.to(),
                Optional.empty(), Optional.empty(), Direction.OUTBOUND_API, CallStatus.QUEUED, Instant.EPOCH,
                Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    @Override
    public void post(CallEvent event) {
        posted.add(event);
    }

    @Override
    public CompletionStage<RecordingAnswer> ask(CallEvent.RecordingQuestion question) {
        posted.add(question);
        return CompletableFuture.completedFuture(answers.apply(question));
    }

    @Override
    public void attach(SipPort sip) {
        notReady = Optional.empty();
    }

    @Override
    public void detach(SipPort sip) {
        notReady = Optional.of("no SIP application is attached");
    }

    @Override
    public Optional<String> notReadyReason() {
        return notReady;
    }

    @Override
    public boolean runs(CallSid call) {
        return running.contains(call);
    }

    @Override
    public int activeCalls() {
        return running.size();
    }
}
