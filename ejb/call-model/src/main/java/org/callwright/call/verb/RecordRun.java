package org.callwright.call.verb;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.rcml.Verb;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingSpec;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;

/**
 * Record: recording until a key of finishOnKey, silence, the longest length or the end of the call. A recording is
 * empty when it has no audio, or when silence ended it and no sound was ever heard: then there is no action and the
 * next verb runs.
 *
 * @param digits pressed while recording; the key that ended it is not among them
 * @param stopping whether a key has ended it
 */
public record RecordRun(Verb.Record rules, long operation, RecordingSid recording, String digits, boolean stopping)
        implements VerbRun {

    private static final int COULD_NOT_RECORD = 13614;

    static void start(Verb.Record rules, VerbContext call) {
        VerbContext.Started started = call.record(new RecordingSpec(rules.playBeep(),
                Duration.ofSeconds(rules.maxLength()), Duration.ofSeconds(rules.timeout())));
        call.become(new RecordRun(rules, started.operation(), started.sid(), "", false));
    }

    /** Whether there is nothing worth keeping in a recording. */
    public static boolean isEmpty(RecordingOutcome outcome) {
        return outcome.length().isZero()
                || outcome.reason() == RecordingOutcome.Reason.SILENCE && !outcome.soundHeard();
    }

    @Override
    public void on(VerbSignal signal, VerbContext call) {
        if (signal instanceof VerbSignal.Key key) {
            pressed(key.key(), call);
        } else if (signal instanceof VerbSignal.RecordingOver over && over.operation() == operation) {
            recorded(over.outcome(), call);
        }
    }

    private void pressed(char key, VerbContext call) {
        if (stopping) {
            return;
        }
        if (rules.finishOnKey().contains(key)) {
            call.stopRecording(operation);
            call.become(new RecordRun(rules, operation, recording, digits, true));
        } else if (digits.length() < GatherCollecting.MAX_DIGITS) {
            call.become(new RecordRun(rules, operation, recording, digits + key, false));
        }
    }

    private void recorded(RecordingOutcome outcome, VerbContext call) {
        if (outcome.reason() == RecordingOutcome.Reason.FAILED) {
            call.error(COULD_NOT_RECORD, "Record failed: " + outcome.detail());
            call.next();
        } else if (isEmpty(outcome) || rules.action().isEmpty() && !call.policy().recordRequestsCurrentDocument()) {
            call.next();
        } else {
            Action.request(rules.action(), rules.method(), parameters(outcome, digits, call), call);
        }
    }

    /**
     * What to ask the action when the call has ended while this recorded; empty when there is no action, or nothing to
     * tell.
     */
    public Optional<WebRequest> afterTheCall(RecordingOutcome outcome, VerbContext call) {
        if (outcome.reason() == RecordingOutcome.Reason.FAILED || isEmpty(outcome)) {
            return Optional.empty();
        }
        Optional<WebTarget> target = rules.action().isPresent()
                ? Action.of(rules.action().get(), rules.method(), call)
                : Optional.of(new WebTarget(call.documentUrl(), rules.method()))
                        .filter(document -> call.policy().recordRequestsCurrentDocument());
        return target.map(url -> new WebRequest(url, parameters(outcome, stopping ? digits : "hangup", call)));
    }

    private List<Parameter> parameters(RecordingOutcome outcome, String told, VerbContext call) {
        String url = call.recordingUrl(recording).toString();
        return List.of(
                new Parameter("RecordingUrl", url),
                new Parameter("PublicRecordingUrl", url),
                new Parameter("RecordingDuration", BigDecimal.valueOf(outcome.length().toMillis(), 3).toPlainString()),
                new Parameter("Digits", told));
    }

    /** Without the digits: they may be a secret. */
    @Override
    public String toString() {
        return "RecordRun[" + recording + ", " + digits.length() + " digits]";
    }
}
