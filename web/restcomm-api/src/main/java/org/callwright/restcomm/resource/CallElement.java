package org.callwright.restcomm.resource;

import static org.callwright.web.document.Type.DATE;
import static org.callwright.web.document.Type.DATE_TIME;
import static org.callwright.web.document.Type.INTEGER;
import static org.callwright.web.document.Type.PATH;
import static org.callwright.web.document.Type.TEXT;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.AnsweredBy;
import org.callwright.records.CallTimes;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.Element;
import org.callwright.web.document.Shape;

/** A call as this API shows it. */
final class CallElement {

    private static final Shape<Shown> SUBRESOURCES = Shape.<Shown>named("SubresourceUris")
            .with("notifications", PATH, "What went wrong in the call", s -> s.prefix + s.path() + "/Notifications")
            .with("recordings", PATH, "Its recordings", s -> s.prefix + s.path() + "/Recordings");

    static final Shape<Shown> SHAPE = shape();

    private CallElement() {
    }

    /**
     * What a call is shown from.
     *
     * @param prefix the context that the client used
     */
    record Shown(CallRecord call, String prefix) {

        String path() {
            return Wire.path(call.account(), "Calls", call.sid());
        }
    }

    private static Shape<Shown> shape() {
        return Shape.<Shown>named("Call")
                .with("sid", TEXT, "SID of the call: ID, 32 hexadecimal digits, -CA, 32 more", s -> s.call.sid())
                .maybe("InstanceId", TEXT, "The server that had the call",
                        s -> Optional.of(s.call.sid().instanceId()).filter(Predicate.not(String::isEmpty)))
                .with("date_created", DATE, "When the call came or was asked for", s -> Wire.date(s.call.created()))
                .with("date_updated", DATE, "When the record changed last", s -> Wire.date(s.call.updated()))
                .maybe("parent_call_sid", TEXT, "The call that dialled this one", s -> s.call.parent())
                .with("account_sid", TEXT, "The account the call belongs to", s -> s.call.account())
                .with("to", TEXT, "Who was called", s -> s.call.to())
                .with("from", TEXT, "Who called", s -> s.call.from())
                .maybe("phone_number_sid", TEXT, "The incoming number that was called", s -> s.call.number())
                .with("status", TEXT, "queued, ringing, in-progress, completed, busy, failed, no-answer or canceled",
                        s -> s.call.status().wireName())
                .maybe("start_time", DATE_TIME, "When the call began",
                        s -> CallTimes.start(s.call).map(Wire::isoDate))
                .maybe("end_time", DATE_TIME, "When it was over", s -> s.call.ended().map(Wire::isoDate))
                .maybe("duration", INTEGER, "Seconds from start to end",
                        s -> CallTimes.duration(s.call).map(Duration::toSeconds))
                .with("direction", TEXT, "inbound, outbound-api or outbound-dial",
                        s -> s.call.direction().wireName())
                .maybe("answered_by", TEXT, "human, machine_start, machine_end_beep, machine_end_silence, "
                        + "machine_end_other or, when the call is over, unknown; not there without machine detection",
                        s -> answeredBy(s.call))
                .with("api_version", TEXT, "Version of this API", s -> RestcommApplication.VERSION)
                .maybe("forwarded_from", TEXT, "Who forwarded the call here", s -> s.call.forwardedFrom())
                .with("caller_name", TEXT, "Name the caller gave, or Unknown",
                        s -> s.call.callerName().orElse("Unknown"))
                .with("uri", PATH, "Path of this resource, below the context", s -> s.path() + ".json")
                .inXml("Uri", Shown::path)
                .maybe("ring_duration", INTEGER, "Seconds it rang",
                        s -> CallTimes.ringing(s.call).map(Duration::toSeconds))
                .inXml("Ring_duration")
                .object("subresource_uris", "Where its lists are", SUBRESOURCES);
    }

    /** Unknown is what a call says that is still listened to. */
    private static Optional<String> answeredBy(CallRecord call) {
        return call.answeredBy().filter(who -> who != AnsweredBy.UNKNOWN || call.status().terminal())
                .map(AnsweredBy::wireName);
    }

    /** @param prefix the context that the client used */
    static Element of(CallRecord call, String prefix) {
        return SHAPE.element(new Shown(call, prefix));
    }
}
