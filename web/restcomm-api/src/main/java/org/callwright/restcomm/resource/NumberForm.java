package org.callwright.restcomm.resource;

import java.time.Instant;
import org.callwright.directory.Handler;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.NumberOptions;
import org.callwright.directory.NumberOptions.Capabilities;
import org.callwright.restcomm.answer.ApiException;

/** The form by which a number is made or changed; the number itself never changes. */
final class NumberForm {

    private final Form form;

    NumberForm(Form form) {
        this.form = form;
    }

    /** The number as the form wants it to be. */
    IncomingNumber apply(IncomingNumber before) {
        return new IncomingNumber(before.sid(), before.account(), before.organization(), before.number(),
                form.text("FriendlyName").orElse(before.friendlyName()), before.sip(),
                form.target("VoiceUrl", "VoiceMethod", before.voice()),
                form.target("VoiceFallbackUrl", "VoiceFallbackMethod", before.fallback()),
                form.target("StatusCallback", "StatusCallbackMethod", before.statusCallback()),
                form.application("VoiceApplicationSid", before.application()),
                options(before.options()), before.created(), Instant.now());
    }

    private NumberOptions options(NumberOptions before) {
        Handler refer = new Handler(form.target("ReferUrl", "ReferMethod", before.refer().url()),
                before.refer().fallback(), form.application("ReferApplicationSid", before.refer().application()));
        Capabilities able = before.capabilities();
        return new NumberOptions(
                handler("Sms", before.sms()),
                handler("Ussd", before.ussd()),
                refer,
                form.flag("VoiceCallerIdLookup", before.callerIdLookup()),
                new Capabilities(form.flag("VoiceCapable", able.voice()), form.flag("SmsCapable", able.sms()),
                        form.flag("MmsCapable", able.mms()), form.flag("FaxCapable", able.fax())));
    }

    private Handler handler(String kind, Handler before) {
        return new Handler(
                form.target(kind + "Url", kind + "Method", before.url()),
                form.target(kind + "FallbackUrl", kind + "FallbackMethod", before.fallback()),
                form.application(kind + "ApplicationSid", before.application()));
    }

    /** The number that is asked for. */
    String number() {
        if (form.text("PhoneNumber").isEmpty() && form.text("AreaCode").isPresent()) {
            throw ApiException.badParameter("AreaCode",
                    "can't be served: 21452, there is no provider to take a number from; say PhoneNumber");
        }
        return form.required("PhoneNumber");
    }

    boolean sip() {
        return form.flag("isSIP", false);
    }
}
