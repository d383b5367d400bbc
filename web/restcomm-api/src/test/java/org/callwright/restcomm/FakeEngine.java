package org.callwright.restcomm;

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
import org.callwright.engine.CallEngine;
import org.callwright.engine.port.SipPort;

/** Notes the calls that are placed, and what is posted. */
public final class FakeEngine implements CallEngine {

    public final List<OutboundCall> placed = new ArrayList<>();
    public final List<CallEvent> posted = new ArrayList<>();
    public final Set<CallSid> running = new HashSet<>();
    public Optional<String> notReady = Optional.empty();
    public Function<CallEvent.RecordingQuestion, RecordingAnswer> answers =
            question -> RecordingAnswer.none(question.recording(), RecordingVerdict.CALL_ENDED);

    @Override
    public CallSid newCallSid() {
        return MemoryArchive.callSid(99);
    }

    @Override
    public void post(CallEvent event) {
        posted.add(event);
    }

    @Override
    public CallRecord placeCall(OutboundCall call) {
        placed.add(call);
        return new CallRecord(newCallSid(), call.account(), Optional.empty(), Optional.empty(), call.from(), call.to(),
                Optional.empty(), Optional.empty(), Direction.OUTBOUND_API, CallStatus.QUEUED, MemoryArchive.START,
                MemoryArchive.START, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    @Override
    public CompletionStage<RecordingAnswer> ask(CallEvent.RecordingQuestion question) {
        posted.add(question);
        return CompletableFuture.completedFuture(answers.apply(question));
    }

    @Override
    public void attach(SipPort sip) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void detach(SipPort sip) {
        throw new UnsupportedOperationException();
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
        return 0;
    }
}
