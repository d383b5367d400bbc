package org.callwright.restcomm.resource;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.call.value.DetectionOrder;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.MachineDetection.Limit;
import org.callwright.call.value.MachineDetection.Mode;
import org.callwright.call.value.WebTarget;
import org.callwright.restcomm.answer.ApiException;

/**
 * What the form of a call says of machine detection. Values are looked at even when no detection is wanted: one that
 * can't be used is a mistake all the same.
 */
final class MachineDetectionForm {

    private static final int SECOND = 1_000;

    private final Form form;

    MachineDetectionForm(Form form) {
        this.form = form;
    }

    /** @throws ApiException naming the parameter that can't be used */
    Optional<DetectionOrder> read() {
        Duration timeout = length(Limit.TIMEOUT, SECOND, "seconds");
        Duration speech = length(Limit.SPEECH_THRESHOLD, 1, "milliseconds");
        Duration speechEnd = length(Limit.SPEECH_END_THRESHOLD, 1, "milliseconds");
        Duration silence = length(Limit.SILENCE_TIMEOUT, 1, "milliseconds");
        boolean beside = form.flag("AsyncAmd", false);
        Optional<WebTarget> callback =
                form.target("AsyncAmdStatusCallback", "AsyncAmdStatusCallbackMethod", Optional.empty());
        return form.named("MachineDetection", MachineDetectionForm::mode).map(mode -> new DetectionOrder(
                new MachineDetection(mode, timeout, speech, speechEnd, silence), !beside, callback));
    }

    private static Optional<Mode> mode(String text) {
        return Stream.of(Mode.values()).filter(mode -> mode.wireName().equalsIgnoreCase(text)).findFirst();
    }

    private Duration length(Limit limit, int unitMillis, String unit) {
        int least = limit.least() / unitMillis;
        int most = limit.most() / unitMillis;
        return form.text(limit.parameter()).map(text -> {
            try {
                int length = Integer.parseInt(text);
                if (length >= least && length <= most) {
                    return Duration.ofMillis((long) length * unitMillis);
                }
            } catch (NumberFormatException e) {
                // told below, in the same words as a number out of bounds
            }
            throw ApiException.badParameter(
                    limit.parameter(), "must be a number of " + unit + " from " + least + " to " + most);
        }).orElseGet(limit::usual);
    }
}
