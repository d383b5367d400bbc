package org.callwright.restcomm.resource;

import static org.callwright.web.document.Type.DATE;
import static org.callwright.web.document.Type.DECIMAL;
import static org.callwright.web.document.Type.PATH;
import static org.callwright.web.document.Type.TEXT;
import static org.callwright.web.document.Type.URL;

import java.util.Optional;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.RecordingFormat;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.Element;
import org.callwright.web.document.Shape;

/** A recording as this API shows it. */
final class RecordingElement {

    static final Shape<Shown> SHAPE = Shape.<Shown>named("Recording")
            .with("sid", TEXT, "SID of the recording: RE and 32 hexadecimal digits", s -> s.recording.sid())
            .with("date_created", DATE, "When it began", s -> Wire.date(s.recording.created()))
            .with("date_updated", DATE, "When it changed last", s -> Wire.date(s.recording.updated()))
            .with("account_sid", TEXT, "The account it belongs to", s -> s.recording.account())
            .with("call_sid", TEXT, "The call that was recorded", s -> s.recording.call())
            .with("duration", DECIMAL, "Its length in seconds, so far if it is still being made",
                    s -> Wire.decimalSeconds(s.recording.duration()))
            .with("api_version", TEXT, "Version of this API", s -> RestcommApplication.VERSION)
            .with("uri", PATH, "Path of this resource, below the context", s -> s.path() + ".json")
            .inXml("Uri", Shown::path)
            .with("file_uri", URL, "The audio as a WAV file; what is kept as GSM is at .gsm too",
                    s -> s.urls.url(s.path() + ".wav"))
            .maybe("format", TEXT, "gsm when that is what is kept; otherwise not there",
                    s -> s.unlike(RecordingFormat.WAV).map(RecordingFormat::wireName))
            .maybe("status", TEXT, "in-progress while it is being made, failed when the audio could not all be "
                    + "written; otherwise not there", s -> s.unlike(Status.COMPLETED).map(Status::wireName))
            .maybe("reason", TEXT, "Why it failed", s -> s.failed().map(RecordingRecord::reason));

    private RecordingElement() {
    }

    /** What a recording is shown from. */
    record Shown(RecordingRecord recording, PublicUrls urls) {

        String path() {
            return Wire.path(recording.account(), "Recordings", recording.sid());
        }

        Optional<RecordingFormat> unlike(RecordingFormat usual) {
            return Optional.of(recording.format()).filter(format -> format != usual);
        }

        Optional<Status> unlike(Status usual) {
            return Optional.of(recording.status()).filter(status -> status != usual);
        }

        Optional<RecordingRecord> failed() {
            return Optional.of(recording).filter(row -> row.status() == Status.FAILED);
        }
    }

    static Element of(RecordingRecord recording, PublicUrls urls) {
        return SHAPE.element(new Shown(recording, urls));
    }
}
