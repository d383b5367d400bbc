package org.callwright.engine.ee;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.callwright.call.CallEvent;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.OutboundCall;
import org.callwright.engine.CallEngine;
import org.callwright.engine.port.SipPort;

/** The engine as a bean that SIP application and dialects inject; {@link EngineLifecycle} puts it to work. */
@ApplicationScoped
public class EngineBean implements CallEngine {

    private volatile Optional<CallEngine> engine = Optional.empty();

    void use(CallEngine running) {
        engine = Optional.of(running);
    }

    @Override
    public CallSid newCallSid() {
        return running().newCallSid();
    }

    @Override
    public void post(CallEvent event) {
        running().post(event);
    }

    @Override
    public CallRecord placeCall(CallSid sid, OutboundCall call) {
        return running().placeCall(sid, call);
    }

    @Override
    public CompletionStage<RecordingAnswer> ask(CallEvent.RecordingQuestion question) {
        return running().ask(question);
    }

    @Override
    public void attach(SipPort sip) {
        running().attach(sip);
    }

    @Override
    public void detach(SipPort sip) {
        running().detach(sip);
    }

    @Override
    public Optional<String> notReadyReason() {
        return engine.map(CallEngine::notReadyReason).orElse(Optional.of("the call engine has not started"));
    }

    @Override
    public boolean overloaded() {
        return engine.map(CallEngine::overloaded).orElse(false);
    }

    @Override
    public boolean runs(CallSid call) {
        return engine.filter(running -> running.runs(call)).isPresent();
    }

    @Override
    public int activeCalls() {
        return engine.map(CallEngine::activeCalls).orElse(0);
    }

    private CallEngine running() {
        return engine.orElseThrow(() -> new IllegalStateException("the call engine has not started"));
    }
}
