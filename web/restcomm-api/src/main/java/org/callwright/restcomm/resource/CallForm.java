package org.callwright.restcomm.resource;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.WebTarget;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;

/** The form by which a call is asked for. */
final class CallForm {

    private static final int DEFAULT_TIMEOUT_SECONDS = 60;
    private static final int LONGEST_TIMEOUT_SECONDS = 600;
    private static final int LONGEST_URL = 2_048;
    /** Nothing that could end the place where the text stands in a SIP header. */
    private static final Pattern CALLER_ID = Pattern.compile("[^\\s<>\"\\\\\\p{Cntrl}]{1,255}");

    private final MultivaluedMap<String, String> form;
    private final Optional<String> trunk;

    CallForm(MultivaluedMap<String, String> form, Optional<String> trunk) {
        this.form = form;
        this.trunk = trunk;
    }

    /** @throws ApiException naming the parameter that is missing or can't be used */
    OutboundCall read(AccountSid account) {
        String from = required("From");
        if (!CALLER_ID.matcher(from).matches()) {
            throw ApiException.badParameter("From", "is neither a number nor a SIP URI");
        }
        CallTarget target = CallTarget.of(required("To"), trunk);
        WebTarget voice = target("Url", "Method")
                .orElseThrow(() -> new ApiException(ApiError.MISSING_PARAMETER, "Url can not be null."));
        return new OutboundCall(account, from, target.to(), target.uri(), target.headers(), voice,
                target("FallbackUrl", "FallbackMethod"), Duration.ofSeconds(timeout()));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private String required(String name) {
        return text(name).orElseThrow(
                () -> new ApiException(ApiError.MISSING_PARAMETER, name + " can not be null."));
    }

    private Optional<WebTarget> target(String urlName, String methodName) {
        HttpMethod method = method(methodName);
        return text(urlName).map(url -> new WebTarget(url(urlName, url), method));
    }

    private HttpMethod method(String name) {
        String method = text(name).orElse("POST").toUpperCase(Locale.ROOT);
        if (!method.equals("GET") && !method.equals("POST")) {
            throw ApiException.badParameter(name, "must be GET or POST");
        }
        return HttpMethod.valueOf(method);
    }

    private static URI url(String name, String text) {
        try {
            URI url = new URI(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null && text.length() <= LONGEST_URL) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw ApiException.badParameter(name, "is no URL");
        }
        throw ApiException.badParameter(name, "must be an absolute http or https URL");
    }

    private int timeout() {
        try {
            int seconds = text("Timeout").map(Integer::parseInt).orElse(DEFAULT_TIMEOUT_SECONDS);
            if (seconds >= 1 && seconds <= LONGEST_TIMEOUT_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw ApiException.badParameter("Timeout", "must be a number of seconds");
        }
        throw ApiException.badParameter("Timeout", "must be 1 to " + LONGEST_TIMEOUT_SECONDS + " seconds");
    }
}
