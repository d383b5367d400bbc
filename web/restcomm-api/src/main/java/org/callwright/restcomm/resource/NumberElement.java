package org.callwright.restcomm.resource;

import java.util.Optional;
import org.callwright.call.value.WebTarget;
import org.callwright.directory.Handler;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.NumberOptions;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.Element;

/** An incoming phone number as this API shows it: in JSON also what it does not have, as {@code null}. */
final class NumberElement {

    private NumberElement() {
    }

    static Element of(IncomingNumber number) {
        String path = Wire.path(number.account(), "IncomingPhoneNumbers", number.sid());
        NumberOptions options = number.options();
        Element element = Element.named("IncomingPhoneNumber")
                .with("sid", number.sid())
                .with("account_sid", number.account())
                .with("friendly_name", number.friendlyName())
                .with("phone_number", number.number())
                .with("date_created", Wire.date(number.created()))
                .with("date_updated", Wire.date(number.updated()));
        handler(element, "voice", new Handler(number.voice(), number.fallback(), number.application()));
        element.withOrNull("status_callback", url(number.statusCallback()))
                .withOrNull("status_callback_method", method(number.statusCallback()))
                .with("voice_caller_id_lookup", options.callerIdLookup());
        handler(element, "sms", options.sms());
        handler(element, "ussd", options.ussd());
        return element.withOrNull("refer_url", url(options.refer().url()))
                .withOrNull("refer_method", method(options.refer().url()))
                .withOrNull("refer_application_sid", options.refer().application())
                .with("capabilities", Element.named("Capabilities")
                        .with("voice_capable", options.capabilities().voice())
                        .with("sms_capable", options.capabilities().sms())
                        .with("mms_capable", options.capabilities().mms())
                        .with("fax_capable", options.capabilities().fax()))
                .with("api_version", RestcommApplication.VERSION)
                .with("uri", path + ".json", "Uri", path);
    }

    private static void handler(Element element, String kind, Handler handler) {
        element.withOrNull(kind + "_url", url(handler.url()))
                .withOrNull(kind + "_method", method(handler.url()))
                .withOrNull(kind + "_fallback_url", url(handler.fallback()))
                .withOrNull(kind + "_fallback_method", method(handler.fallback()))
                .withOrNull(kind + "_application_sid", handler.application());
    }

    private static Optional<String> url(Optional<WebTarget> target) {
        return target.map(present -> present.url().toString());
    }

    private static Optional<String> method(Optional<WebTarget> target) {
        return Optional.of(target.map(present -> present.method().name()).orElse("POST"));
    }
}
