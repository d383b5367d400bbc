package org.callwright.telesign.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callwright.call.CallEvent;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Direction;
import org.callwright.call.value.OutboundCall;
import org.callwright.engine.CallEngine;
import org.callwright.engine.CallRefusedException;
import org.callwright.engine.port.SipPort;

/** Notes the calls that are placed, and what is posted. */
final class NotingEngine implements CallEngine {

    static final String INSTANCE = "ID000102030405060708090a0b0c0d0e0f";

    final List<OutboundCall> placed = new ArrayList<>();
    final List<CallEvent> posted = new ArrayList<>();
    final Set<CallSid> running = new HashSet<>();
    boolean full;

    @Override
    public CallSid newCallSid() {
        return sid(placed.size());
    }

    static CallSid sid(int number) {
        return new CallSid(INSTANCE + "-CA" + String.format("%032x", number));
    }

    @Override
    public CallRecord placeCall(OutboundCall call) {
        if (full) {
            throw new CallRefusedException("too many calls");
        }
        placed.add(call);
        running.add(newCallSid());
        return new CallRecord(newCallSid(), call.account(), Optional.empty(), Optional.empty(), call.from(), call.to(),
                Optional.empty(), Optional.empty(), Direction.OUTBOUND_API, CallStatus.QUEUED, Instant.EPOCH,
                Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    @Override
    public void post(CallEvent event) {
        posted.add(event);
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
        return Optional.empty();
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
