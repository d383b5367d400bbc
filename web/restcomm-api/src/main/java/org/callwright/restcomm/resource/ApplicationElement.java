package org.callwright.restcomm.resource;

import static org.callwright.web.document.Type.DATE;
import static org.callwright.web.document.Type.FLAG;
import static org.callwright.web.document.Type.PATH;
import static org.callwright.web.document.Type.TEXT;
import static org.callwright.web.document.Type.URL;

import java.net.URI;
import java.util.List;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.VoiceApplication;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.Element;
import org.callwright.web.document.Shape;

/** An application as this API shows it, with the numbers that use it. */
final class ApplicationElement {

    private static final Shape<IncomingNumber> NUMBER = Shape.<IncomingNumber>named("Number")
            .with("sid", TEXT, "SID of the number", IncomingNumber::sid)
            .with("friendly_name", TEXT, "A name for people", IncomingNumber::friendlyName)
            .with("phone_number", TEXT, "The number itself", IncomingNumber::number)
            .maybe("voice_application_sid", TEXT, "Its application for calls", IncomingNumber::application)
            .maybe("sms_application_sid", TEXT, "Its application for SMS", n -> n.options().sms().application())
            .maybe("ussd_application_sid", TEXT, "Its application for USSD", n -> n.options().ussd().application())
            .maybe("refer_application_sid", TEXT, "Its application for REFER",
                    n -> n.options().refer().application());

    static final Shape<Shown> SHAPE = Shape.<Shown>named("Application")
            .with("sid", TEXT, "SID of the application: AP and 32 hexadecimal digits", s -> s.application.sid())
            .with("date_created", DATE, "When it was made", s -> Wire.date(s.application.created()))
            .with("date_updated", DATE, "When it changed last", s -> Wire.date(s.application.updated()))
            .with("friendly_name", TEXT, "A name for people", s -> s.application.friendlyName())
            .with("account_sid", TEXT, "The account it belongs to", s -> s.application.account())
            .with("api_version", TEXT, "Version of this API", s -> RestcommApplication.VERSION)
            .with("voice_caller_id_lookup", FLAG, "Whether the caller's name is looked up",
                    s -> s.application.callerIdLookup())
            .with("uri", PATH, "Path of this resource, below the context", s -> s.path() + ".json")
            .inXml("Uri", Shown::path)
            .maybe("rcml_url", URL, "Where its documents come from", s -> s.application.rcmlUrl().map(URI::toString))
            .with("kind", TEXT, "voice, sms or ussd", s -> s.application.kind().wireName())
            .list("numbers", "The incoming numbers that use it", NUMBER, Shown::numbers);

    private ApplicationElement() {
    }

    /** What an application is shown from. */
    record Shown(VoiceApplication application, List<IncomingNumber> numbers) {

        String path() {
            return Wire.path(application.account(), "Applications", application.sid());
        }
    }

    static Element of(VoiceApplication application, List<IncomingNumber> numbers) {
        return SHAPE.element(new Shown(application, numbers));
    }
}
