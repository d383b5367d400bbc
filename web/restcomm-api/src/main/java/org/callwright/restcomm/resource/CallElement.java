package org.callwright.restcomm.resource;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.callwright.call.record.CallRecord;
import org.callwright.records.CallTimes;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.Element;

/** A call as this API shows it. */
final class CallElement {

    private CallElement() {
    }

    /** @param prefix the context that the client used */
    static Element of(CallRecord call, String prefix) {
        String path = Wire.path(call.account(), "Calls", call.sid());
        return Element.named("Call")
                .with("sid", call.sid())
                .with("InstanceId", Optional.of(call.sid().instanceId()).filter(Predicate.not(String::isEmpty)))
                .with("date_created", Wire.date(call.created()))
                .with("date_updated", Wire.date(call.updated()))
                .with("parent_call_sid", call.parent())
                .with("account_sid", call.account())
                .with("to", call.to())
                .with("from", call.from())
                .with("phone_number_sid", call.number())
                .with("status", call.status().wireName())
                .with("start_time", CallTimes.start(call).map(Wire::isoDate))
                .with("end_time", call.ended().map(Wire::isoDate))
                .with("duration", CallTimes.duration(call).map(Duration::toSeconds))
                .with("direction", call.direction().wireName())
                .with("api_version", RestcommApplication.VERSION)
                .with("forwarded_from", call.forwardedFrom())
                .with("caller_name", call.callerName().orElse("Unknown"))
                .with("uri", path + ".json", "Uri", path)
                .with("ring_duration", "Ring_duration", CallTimes.ringing(call).map(Duration::toSeconds))
                .with("subresource_uris", Element.named("SubresourceUris")
                        .with("notifications", prefix + path + "/Notifications")
                        .with("recordings", prefix + path + "/Recordings"));
    }
}
