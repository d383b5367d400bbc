package org.callwright.call.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebRequest;

/**
 * Makes of a callback that was held for the end of a call what the call would have told itself: for a call whose session
 * was lost, by whoever ended its record. It is told behind all that the call told before.
 */
public final class LateTelling {

    private static final long BEHIND_ALL = Long.MAX_VALUE;

    private LateTelling() {
    }

    /**
     * The callback to be sent.
     *
     * @param held with the parameters as they were when the call began
     * @param call as it ended
     * @param recording the last complete one of the call
     * @param publicBaseUrl as in {@link org.callwright.call.value.CallPolicy}
     */
    public static CallbackRecord of(CallbackRecord held, CallRecord call, Optional<RecordingRecord> recording,
            String publicBaseUrl) {
        boolean progress = held.request().parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(Telling.SEQUENCE_NUMBER));
        boolean knew = held.request().parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(Requests.ANSWERED_BY));
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter before : held.request().parameters()) {
            if (progress && before.name().startsWith("Recording")) {
                continue;
            }
            parameters.add(progress ? ofProgress(before, call) : ofStatus(before, call));
            if (before.name().equals(Requests.CALL_STATUS) && !knew) {
                parameters.addAll(Requests.answeredBy(call.answeredBy()));
            }
            if (progress && before.name().equals(Telling.CALL_DURATION)) {
                recording.map(last -> Telling.recording(last.sid(), last.duration(),
                        Requests.recordingUrl(publicBaseUrl, call.account().value(), last.sid()))).ifPresent(parameters::addAll);
            }
        }
        return new CallbackRecord(held.sid(), held.account(), held.call(), held.created(), BEHIND_ALL,
                new WebRequest(held.request().target(), parameters));
    }

    private static Parameter ofStatus(Parameter before, CallRecord call) {
        return switch (before.name()) {
            case Requests.CALL_STATUS -> new Parameter(before.name(), call.status().wireName());
            case Requests.ANSWERED_BY -> ofAnswer(before, call);
            default -> before;
        };
    }

    private static Parameter ofAnswer(Parameter before, CallRecord call) {
        return call.answeredBy().map(who -> new Parameter(before.name(), who.wireName())).orElse(before);
    }

    private static Parameter ofProgress(Parameter before, CallRecord call) {
        return switch (before.name()) {
            case Telling.CALL_DURATION -> new Parameter(before.name(),
                    Long.toString(Telling.talkSeconds(call.answered(), call.ended(), call.updated())));
            case Telling.TIMESTAMP -> new Parameter(before.name(),
                    Telling.date(call.ended().orElse(call.updated())));
            case Requests.ANSWERED_BY -> ofAnswer(before, call);
            default -> before;
        };
    }
}
