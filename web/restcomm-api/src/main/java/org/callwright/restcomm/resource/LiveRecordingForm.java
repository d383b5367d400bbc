package org.callwright.restcomm.resource;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.callwright.call.value.RecordingOrder;
import org.callwright.restcomm.answer.ApiException;

/** The forms by which a recording of a live call is started and stopped. */
final class LiveRecordingForm {

    private static final int LONGEST_SECONDS = 86_400;

    private final Form form;

    LiveRecordingForm(MultivaluedMap<String, String> form) {
        this.form = new Form(form);
    }

    /** @throws ApiException naming the parameter that can't be used */
    RecordingOrder order() {
        Optional<Integer> seconds = form.number("MaxLength", LONGEST_SECONDS, Optional.empty());
        if (seconds.filter(length -> length == 0).isPresent()) {
            throw ApiException.badParameter("MaxLength", "must be a number from 1 to " + LONGEST_SECONDS);
        }
        return new RecordingOrder(
                form.target("RecordingStatusCallback", "RecordingStatusCallbackMethod", Optional.empty()),
                seconds.map(Duration::ofSeconds));
    }

    /** @throws ApiException when anything but the stop is asked for */
    void checkStopped() {
        if (!form.required("Status").toLowerCase(Locale.ROOT).equals("stopped")) {
            throw ApiException.badParameter("Status", "must be stopped");
        }
    }
}
