package org.callwright.call.machine;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallSession;
import org.callwright.call.state.CallFacts;
import org.callwright.call.state.Operation;
import org.callwright.call.state.Program;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.call.verb.DialRun;
import org.callwright.call.verb.VerbRun;

/** What every request to an application tells of the call. */
final class Requests {

    static final String CALL_STATUS = "CallStatus";
    static final String ANSWERED_BY = "AnsweredBy";
    private static final String API_VERSION = "2012-04-24";
    /** What applications get where there is no name. */
    private static final String NOTHING = "null";

    private Requests() {
    }

    static WebRequest of(CallSession session, WebTarget target, List<Parameter> own) {
        List<Parameter> parameters = new ArrayList<>(standard(session));
        parameters.addAll(own);
        return new WebRequest(target, parameters);
    }

    /** Where a recording of the call can be had. */
    static URI recordingUrl(CallSession session, RecordingSid sid) {
        return recordingUrl(session.policy().publicBaseUrl(),
                session.leg().facts().account().map(Object::toString).orElse(""), sid);
    }

    static URI recordingUrl(String publicBaseUrl, String account, RecordingSid sid) {
        return URI.create(publicBaseUrl + "/restcomm/2012-04-24/Accounts/" + account + "/Recordings/" + sid + ".wav");
    }

    /** Which call, whose, and between whom. */
    static List<Parameter> parties(CallSession session) {
        CallFacts facts = session.leg().facts();
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("CallSid", session.sid().value()));
        if (!session.sid().instanceId().isEmpty()) {
            parameters.add(new Parameter("InstanceId", session.sid().instanceId()));
        }
        facts.account().ifPresent(account -> parameters.add(new Parameter("AccountSid", account.value())));
        parameters.add(new Parameter("From", facts.from()));
        parameters.add(new Parameter("To", facts.to()));
        parameters.add(new Parameter("Direction", facts.direction().wireName()));
        parameters.add(new Parameter("CallerName", facts.callerName().orElse(NOTHING)));
        parameters.add(new Parameter("ForwardedFrom", facts.forwardedFrom().orElse(NOTHING)));
        return parameters;
    }

    /** Who answered, from the moment on when it is known. */
    static List<Parameter> answeredBy(CallSession session) {
        boolean listening = session.operations().stream().anyMatch(Operation.Detection.class::isInstance);
        return answeredBy(session.leg().progress().answeredBy().filter(who -> !listening));
    }

    static List<Parameter> answeredBy(Optional<AnsweredBy> who) {
        return who.map(known -> new Parameter(ANSWERED_BY, known.wireName())).stream().toList();
    }

    private static List<Parameter> standard(CallSession session) {
        List<Parameter> parameters = parties(session);
        parameters.add(new Parameter(CALL_STATUS, session.leg().progress().status().wireName()));
        parameters.addAll(answeredBy(session));
        session.leg().facts().parent().ifPresent(parent ->
                parameters.add(new Parameter("ParentCallSid", parent.value())));
        dialled(session.program()).ifPresent(dialled ->
                parameters.add(new Parameter("OutboundCallSid", dialled.value())));
        parameters.add(new Parameter("ApiVersion", API_VERSION));
        parameters.add(new Parameter("CallTimestamp", session.created().truncatedTo(ChronoUnit.MILLIS).toString()));
        session.leg().facts().headers().forEach(header ->
                parameters.add(new Parameter("SipHeader_" + header.name(), header.value())));
        return parameters;
    }

    /** The call that this one's Dial placed. */
    private static Optional<CallSid> dialled(Program program) {
        Optional<VerbRun> verb = program instanceof Program.Running running ? Optional.of(running.run())
                : program instanceof Program.Closing closing ? closing.verb() : Optional.empty();
        return verb.filter(DialRun.class::isInstance).map(dial -> ((DialRun) dial).dialled());
    }
}
