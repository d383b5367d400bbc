package org.callwright.restcomm.resource;

import static org.callwright.web.document.Type.DATE;
import static org.callwright.web.document.Type.INTEGER;
import static org.callwright.web.document.Type.PATH;
import static org.callwright.web.document.Type.TEXT;

import java.util.Optional;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.record.SayRecord;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.Element;
import org.callwright.web.document.Shape;

/** What was spoken once, as this API shows it. */
final class SayElement {

    static final Shape<Shown> SHAPE = Shape.<Shown>named("Say")
            .with("sid", TEXT, "SID of the record: SA and 32 hexadecimal digits", s -> s.say.sid())
            .with("call_sid", TEXT, "The call in which it was spoken", s -> s.say.call())
            .with("date_created", DATE, "When it was spoken", s -> Wire.date(s.say.created()))
            .with("account_sid", TEXT, "The account the call belongs to", s -> s.say.account())
            .maybe("org_sid", TEXT, "The account's organization", Shown::organization)
            .with("api_version", TEXT, "Version of this API", s -> RestcommApplication.VERSION)
            .with("status", TEXT, "completed or failed", s -> s.say.completed() ? "completed" : "failed")
            .with("reason", TEXT, "Why it failed, a code and words; empty when it did not", s -> s.say.reason())
            .with("duration", INTEGER, "Seconds of audio that were really played, rounded",
                    s -> Wire.roundedSeconds(s.say.duration()))
            .with("character_count", INTEGER, "Characters of the text", s -> s.say.characterCount())
            .with("provider", TEXT, "What spoke it", s -> s.say.provider())
            .with("language", TEXT, "In which language", s -> s.say.language())
            .with("voice", TEXT, "With which voice", s -> s.say.voice())
            .with("loop", INTEGER, "Repetitions that were asked for", s -> s.say.loop())
            // No slash in front and no suffix: the specification has it so, for Says alone.
            .with("uri", PATH, "Path of this resource, below the context, without a slash in front",
                    s -> Wire.path(s.say.account(), "Says", s.say.sid()).substring(1));

    private SayElement() {
    }

    /** What a record is shown from. */
    record Shown(SayRecord say, Optional<OrganizationSid> organization) {
    }

    static Element of(SayRecord say, Optional<OrganizationSid> organization) {
        return SHAPE.element(new Shown(say, organization));
    }
}
