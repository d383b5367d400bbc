package org.callwright.call.machine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.callwright.call.Effect;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.state.CallFacts;
import org.callwright.call.state.Progress;
import org.callwright.call.value.CallbackSid;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.WebRequest;

/**
 * Tells applications how a call goes. The dialled number's callback gets each status from ringing on, with the
 * parameters of every request; the callback of an ordered call gets the events that it asked for, with parameters of
 * their own, and {@code CallStatus} names the event.
 */
record Telling(Step step) {

    /** RFC 2822 section 3.3. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    void of(ProgressEvent event) {
        CallFacts facts = step.leg().facts();
        facts.callbacks().status().filter(target -> event != ProgressEvent.INITIATED)
                .ifPresent(target -> queue(Requests.of(step.session(), target, List.of())));
        facts.callbacks().progress().filter(callback -> callback.events().contains(event))
                .ifPresent(callback -> queue(new WebRequest(callback.target(), parameters(event))));
    }

    private void queue(WebRequest request) {
        step.leg().facts().account().ifPresent(account -> step.emit(new Effect.QueueCallback(new CallbackRecord(
                new CallbackSid(step.newSid("CB")), account, step.sid(), step.at(), step.number(), request))));
    }

    private List<Parameter> parameters(ProgressEvent event) {
        List<Parameter> parameters = new ArrayList<>(Requests.parties(step.session()));
        parameters.add(new Parameter("CallStatus", event.wireName()));
        if (event == ProgressEvent.COMPLETED) {
            parameters.add(new Parameter("CallDuration", Long.toString(talkSeconds())));
            step.leg().facts().callbacks().recording().ifPresent(recording -> {
                parameters.add(new Parameter("RecordingUrl",
                        Requests.recordingUrl(step.session(), recording.sid()).toString()));
                parameters.add(new Parameter("RecordingSid", recording.sid().value()));
                parameters.add(new Parameter("RecordingDuration",
                        BigDecimal.valueOf(recording.length().toMillis(), 3).toPlainString()));
            });
        }
        parameters.add(new Parameter("Timestamp", DATE.format(step.at())));
        parameters.add(new Parameter("CallbackSource", "call-progress-events"));
        parameters.add(new Parameter("SequenceNumber", Integer.toString(event.ordinal())));
        return parameters;
    }

    private long talkSeconds() {
        Progress progress = step.leg().progress();
        Instant end = progress.ended().orElse(step.at());
        return Duration.between(progress.answered().orElse(end), end).toSeconds();
    }
}
