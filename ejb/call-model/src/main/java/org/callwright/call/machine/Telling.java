package org.callwright.call.machine;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callwright.call.Effect;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.state.LiveRecording;
import org.callwright.call.state.Progress;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallbackSid;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;

/**
 * Tells applications how a call goes. The dialled number's callback gets each status from ringing on, with the
 * parameters of every request; the callback of an ordered call gets the events that it asked for, with parameters of
 * their own, and {@code CallStatus} names the event.
 */
record Telling(Step step) {

    static final String CALL_DURATION = "CallDuration";
    static final String TIMESTAMP = "Timestamp";
    static final String SEQUENCE_NUMBER = "SequenceNumber";
    static final String DETECTION_DURATION = "MachineDetectionDuration";
    /** RFC 2822 section 3.3. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    /** Numbers that the session's counter never has. */
    private static final long STATUS = -1;
    private static final long PROGRESS = -2;
    private static final long DETECTION = -3;

    void of(ProgressEvent event) {
        if (event == ProgressEvent.COMPLETED) {
            statusRequest().ifPresent(request -> queue(request, lastSid(STATUS)));
            progressRequest(event).ifPresent(request -> queue(request, lastSid(PROGRESS)));
        } else {
            statusRequest().filter(request -> event != ProgressEvent.INITIATED)
                    .ifPresent(request -> queue(request, new CallbackSid(step.newSid("CB"))));
            progressRequest(event).ifPresent(request -> queue(request, new CallbackSid(step.newSid("CB"))));
        }
    }

    /** What is to be told at the end is written down now: whoever finds this call dead may have nothing else of it. */
    void hold() {
        statusRequest().ifPresent(request -> hold(request, lastSid(STATUS)));
        progressRequest(ProgressEvent.COMPLETED).ifPresent(request -> hold(request, lastSid(PROGRESS)));
    }

    /** Tells who asked for a recording that it is final. */
    void of(RecordingRecord recording, LiveRecording live) {
        List<Parameter> told = new ArrayList<>(recording(recording.sid(), recording.duration(),
                Requests.recordingUrl(step.session(), recording.sid())));
        told.add(new Parameter("RecordingStatus", recording.status().wireName()));
        told.add(new Parameter("RecordingChannels", "1"));
        told.add(new Parameter("RecordingSource", "StartCallRecordingAPI"));
        told.add(new Parameter("RecordingStartTime", date(recording.created())));
        live.callback().ifPresent(target -> queue(
                Requests.of(step.session(), target, told), new CallbackSid(step.newSid("CB"))));
    }

    /** Tells who answered to the callback that was ordered for it. */
    void of(WebTarget target, AnsweredBy who, Duration after) {
        queue(detectionRequest(target, who, after), lastSid(DETECTION));
    }

    /** What is told of who answered if the call is found dead before that is known. */
    void hold(WebTarget target, AnsweredBy who, Duration after) {
        hold(detectionRequest(target, who, after), lastSid(DETECTION));
    }

    private WebRequest detectionRequest(WebTarget target, AnsweredBy who, Duration after) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("CallSid", step.sid().value()));
        step.leg().facts().account().ifPresent(account ->
                parameters.add(new Parameter("AccountSid", account.value())));
        parameters.addAll(Requests.answeredBy(Optional.of(who)));
        parameters.add(new Parameter(DETECTION_DURATION, Long.toString(after.toMillis())));
        return new WebRequest(target, parameters);
    }

    private Optional<WebRequest> statusRequest() {
        return step.leg().facts().callbacks().status()
                .map(target -> Requests.of(step.session(), target, List.of()));
    }

    private Optional<WebRequest> progressRequest(ProgressEvent event) {
        return step.leg().facts().callbacks().progress().filter(callback -> callback.events().contains(event))
                .map(callback -> new WebRequest(callback.target(), parameters(event)));
    }

    private void queue(WebRequest request, CallbackSid sid) {
        record(request, sid).map(Effect.QueueCallback::new).ifPresent(step::emit);
    }

    private void hold(WebRequest request, CallbackSid sid) {
        record(request, sid).map(Effect.HoldCallback::new).ifPresent(step::emit);
    }

    private Optional<CallbackRecord> record(WebRequest request, CallbackSid sid) {
        return step.leg().facts().account().map(account ->
                new CallbackRecord(sid, account, step.sid(), step.at(), step.number(), request));
    }

    /** The SID of the callback that tells the end is known from the beginning. */
    private CallbackSid lastSid(long kind) {
        return new CallbackSid(SidSource.derive(step.session().seed(), "CB", kind));
    }

    private List<Parameter> parameters(ProgressEvent event) {
        List<Parameter> parameters = new ArrayList<>(Requests.parties(step.session()));
        step.leg().facts().parent().ifPresent(parent ->
                parameters.add(new Parameter("ParentCallSid", parent.value())));
        parameters.add(new Parameter(Requests.CALL_STATUS, event.wireName()));
        parameters.addAll(Requests.answeredBy(step.session()));
        if (event == ProgressEvent.COMPLETED) {
            parameters.add(new Parameter(CALL_DURATION, Long.toString(talkSeconds())));
            step.leg().facts().callbacks().recording().ifPresent(recording -> parameters.addAll(recording(
                    recording.sid(), recording.length(), Requests.recordingUrl(step.session(), recording.sid()))));
        }
        parameters.add(new Parameter(TIMESTAMP, date(step.at())));
        parameters.add(new Parameter("CallbackSource", "call-progress-events"));
        parameters.add(new Parameter(SEQUENCE_NUMBER, Integer.toString(event.ordinal())));
        return parameters;
    }

    private long talkSeconds() {
        Progress progress = step.leg().progress();
        return talkSeconds(progress.answered(), progress.ended(), step.at());
    }

    static long talkSeconds(Optional<Instant> answered, Optional<Instant> ended, Instant now) {
        Instant end = ended.orElse(now);
        return Duration.between(answered.orElse(end), end).toSeconds();
    }

    static String date(Instant at) {
        return DATE.format(at);
    }

    static List<Parameter> recording(RecordingSid sid, Duration length, URI url) {
        return List.of(
                new Parameter("RecordingUrl", url.toString()),
                new Parameter("RecordingSid", sid.value()),
                new Parameter("RecordingDuration", BigDecimal.valueOf(length.toMillis(), 3).toPlainString()));
    }
}
