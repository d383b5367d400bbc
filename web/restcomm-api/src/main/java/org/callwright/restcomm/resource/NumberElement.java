package org.callwright.restcomm.resource;

import static org.callwright.web.document.Type.DATE;
import static org.callwright.web.document.Type.FLAG;
import static org.callwright.web.document.Type.PATH;
import static org.callwright.web.document.Type.TEXT;
import static org.callwright.web.document.Type.URL;

import java.util.Optional;
import java.util.function.Function;
import org.callwright.call.value.WebTarget;
import org.callwright.directory.Handler;
import org.callwright.directory.IncomingNumber;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.Element;
import org.callwright.web.document.Shape;

/** An incoming phone number as this API shows it: in JSON also what it does not have, as {@code null}. */
final class NumberElement {

    private static final Shape<IncomingNumber> CAPABILITIES = Shape.<IncomingNumber>named("Capabilities")
            .with("voice_capable", FLAG, "It takes calls", number -> number.options().capabilities().voice())
            .with("sms_capable", FLAG, "It takes SMS", number -> number.options().capabilities().sms())
            .with("mms_capable", FLAG, "It takes MMS", number -> number.options().capabilities().mms())
            .with("fax_capable", FLAG, "It takes faxes", number -> number.options().capabilities().fax());

    static final Shape<IncomingNumber> SHAPE = shape();

    private NumberElement() {
    }

    static Element of(IncomingNumber number) {
        return SHAPE.element(number);
    }

    private static Shape<IncomingNumber> shape() {
        Shape<IncomingNumber> shape = Shape.<IncomingNumber>named("IncomingPhoneNumber")
                .with("sid", TEXT, "SID of the number: PN and 32 hexadecimal digits", IncomingNumber::sid)
                .with("account_sid", TEXT, "The account it belongs to", IncomingNumber::account)
                .with("friendly_name", TEXT, "A name for people", IncomingNumber::friendlyName)
                .with("phone_number", TEXT, "The number itself", IncomingNumber::number)
                .with("date_created", DATE, "When it was attached", number -> Wire.date(number.created()))
                .with("date_updated", DATE, "When it changed last", number -> Wire.date(number.updated()));
        handler(shape, "voice", "calls",
                number -> new Handler(number.voice(), number.fallback(), number.application()));
        shape.orNull("status_callback", URL, "Who is told how calls go", number -> url(number.statusCallback()))
                .orNull("status_callback_method", TEXT, "GET or POST", number -> method(number.statusCallback()))
                .with("voice_caller_id_lookup", FLAG, "Whether the caller's name is looked up",
                        number -> number.options().callerIdLookup());
        handler(shape, "sms", "SMS", number -> number.options().sms());
        handler(shape, "ussd", "USSD", number -> number.options().ussd());
        return shape.orNull("refer_url", URL, "Who is asked about a REFER",
                        number -> url(number.options().refer().url()))
                .orNull("refer_method", TEXT, "GET or POST", number -> method(number.options().refer().url()))
                .orNull("refer_application_sid", TEXT, "The application that is asked about a REFER, by SID",
                        number -> number.options().refer().application())
                .object("capabilities", "What it can do", CAPABILITIES)
                .with("api_version", TEXT, "Version of this API", number -> RestcommApplication.VERSION)
                .with("uri", PATH, "Path of this resource, below the context", number -> path(number) + ".json")
                .inXml("Uri", NumberElement::path);
    }

    private static void handler(
            Shape<IncomingNumber> shape, String kind, String what, Function<IncomingNumber, Handler> handler) {
        shape.orNull(kind + "_url", URL, "Who is asked what to do with " + what, n -> url(handler.apply(n).url()))
                .orNull(kind + "_method", TEXT, "GET or POST", n -> method(handler.apply(n).url()))
                .orNull(kind + "_fallback_url", URL, "Who is asked when that fails",
                        n -> url(handler.apply(n).fallback()))
                .orNull(kind + "_fallback_method", TEXT, "GET or POST", n -> method(handler.apply(n).fallback()))
                .orNull(kind + "_application_sid", TEXT, "The application for " + what + ", by SID",
                        n -> handler.apply(n).application());
    }

    private static String path(IncomingNumber number) {
        return Wire.path(number.account(), "IncomingPhoneNumbers", number.sid());
    }

    private static Optional<String> url(Optional<WebTarget> target) {
        return target.map(present -> present.url().toString());
    }

    private static Optional<String> method(Optional<WebTarget> target) {
        return Optional.of(target.map(present -> present.method().name()).orElse("POST"));
    }
}
