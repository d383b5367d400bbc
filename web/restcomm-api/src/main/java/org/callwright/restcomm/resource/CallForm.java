package org.callwright.restcomm.resource;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callwright.call.program.Application;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallTarget;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.ProgressCallback;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.WebTarget;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.VoiceApplication;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;

/** The form by which a call is asked for. */
final class CallForm {

    private static final int DEFAULT_TIMEOUT_SECONDS = 60;
    private static final int LONGEST_TIMEOUT_SECONDS = 600;
    /** Nothing that could end the place where the text stands in a SIP header. */
    private static final Pattern CALLER_ID = Pattern.compile("[^\\s<>\"\\\\\\p{Cntrl}]{1,255}");

    private final Form form;
    private final Optional<String> trunk;
    private final Function<ApplicationSid, Optional<VoiceApplication>> applications;

    /** @param applications those that the caller may name */
    CallForm(
            MultivaluedMap<String, String> form,
            Optional<String> trunk,
            Function<ApplicationSid, Optional<VoiceApplication>> applications) {
        this.form = new Form(form);
        this.trunk = trunk;
        this.applications = applications;
    }

    /** @throws ApiException naming the parameter that is missing or can't be used */
    OutboundCall read(AccountSid account, RecordingFormat recordings) {
        String from = form.required("From");
        if (!CALLER_ID.matcher(from).matches()) {
            throw ApiException.badParameter("From", "is neither a number nor a SIP URI");
        }
        CallTarget callee = callee(form.required("To"));
        WebTarget voice = application().or(() -> target("Url", "Method"))
                .orElseThrow(() -> new ApiException(ApiError.MISSING_PARAMETER, "Url can not be null."));
        Application program = new Application(
                voice, target("FallbackUrl", "FallbackMethod"), new MachineDetectionForm(form).read());
        return new OutboundCall(account, from, callee.to(), callee.uri(trunk.orElse("")), callee.headers(), program,
                Duration.ofSeconds(timeout()),
                target("StatusCallback", "StatusCallbackMethod")
                        .map(callback -> new ProgressCallback(callback, events())),
                recordings);
    }

    private CallTarget callee(String to) {
        if (to.startsWith("client")) {
            throw new ApiException(ApiError.CLIENT_CALLS_UNSUPPORTED, "Calls to registered clients are not there yet");
        }
        CallTarget callee;
        try {
            callee = CallTarget.parse(to);
        } catch (IllegalArgumentException e) {
            throw ApiException.badParameter("To", e.getMessage());
        }
        if (callee.number() && trunk.isEmpty()) {
            throw new ApiException(ApiError.NO_TRUNK, "There is no trunk by which a number could be called");
        }
        return callee;
    }

    /** The application's URL; as with a number it goes before a URL of the form. */
    private Optional<WebTarget> application() {
        HttpMethod method = form.method("Method").orElse(HttpMethod.POST);
        return form.application("ApplicationSid", Optional.empty()).map(sid -> applications.apply(sid)
                .flatMap(VoiceApplication::rcmlUrl)
                .map(url -> new WebTarget(url, method))
                .orElseThrow(() -> ApiException.badParameter(
                        "ApplicationSid", "is no application of this account with a URL")));
    }

    private Optional<WebTarget> target(String urlName, String methodName) {
        return form.target(urlName, methodName, Optional.empty());
    }

    /** The events given, separated by commas or white space; all of them when none is given. */
    private List<ProgressEvent> events() {
        List<String> names = form.text("StatusCallbackEvent").stream()
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[,\\s]+")))
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? List.of(ProgressEvent.values())
                : names.stream().map(CallForm::event).distinct().toList();
    }

    private static ProgressEvent event(String name) {
        return Stream.of(ProgressEvent.values()).filter(event -> event.wireName().equals(name)).findFirst()
                .orElseThrow(() -> ApiException.badParameter("StatusCallbackEvent",
                        "may have initiated, ringing, answered and completed"));
    }

    private int timeout() {
        try {
            int seconds = form.text("Timeout").map(Integer::parseInt).orElse(DEFAULT_TIMEOUT_SECONDS);
            if (seconds >= 1 && seconds <= LONGEST_TIMEOUT_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw ApiException.badParameter("Timeout", "must be a number of seconds");
        }
        throw ApiException.badParameter("Timeout", "must be 1 to " + LONGEST_TIMEOUT_SECONDS + " seconds");
    }
}
