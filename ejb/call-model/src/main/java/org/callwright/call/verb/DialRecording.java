package org.callwright.call.verb;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSid;

/** The recording of a Dial, and how it ended when it has. */
public record DialRecording(long operation, RecordingSid sid, Optional<RecordingOutcome> outcome) {

    DialRecording ended(RecordingOutcome how) {
        return new DialRecording(operation, sid, Optional.of(how));
    }

    /** What the action is told of it; nothing when there is nothing to be heard. */
    List<Parameter> parameters(VerbContext call) {
        return outcome.filter(how -> how.reason() != RecordingOutcome.Reason.FAILED && !RecordRun.isEmpty(how))
                .map(how -> {
                    String url = call.recordingUrl(sid).toString();
                    return List.of(
                            new Parameter("RecordingUrl", url),
                            new Parameter("PublicRecordingUrl", url),
                            new Parameter("RecordingDuration",
                                    BigDecimal.valueOf(how.length().toMillis(), 3).toPlainString()));
                }).orElse(List.of());
    }
}
