package org.callwright.restcomm.resource;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.WebTarget;
import org.callwright.directory.ApplicationSid;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;

/**
 * The parameters of a form by which something is made or changed. A parameter that is absent leaves what was; one that
 * is empty clears it.
 */
final class Form {

    private static final int LONGEST_URL = 2_048;

    private final MultivaluedMap<String, String> parameters;

    Form(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** The parameter when it is given and not blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.getFirst(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The parameter as it is, for passwords. */
    Optional<String> secret(String name) {
        return Optional.ofNullable(parameters.getFirst(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(
                () -> new ApiException(ApiError.MISSING_PARAMETER, name + " can not be null."));
    }

    boolean flag(String name, boolean present) {
        return text(name).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ApiException.badParameter(name, "must be true or false");
        }).orElse(present);
    }

    /** A whole number from 0 to the highest. */
    Optional<Integer> number(String name, int highest, Optional<Integer> present) {
        if (!has(name)) {
            return present;
        }
        return text(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= 0 && number <= highest) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below, in the same words as a number out of bounds
            }
            throw ApiException.badParameter(name, "must be a number from 0 to " + highest);
        });
    }

    /** One of some named values, by a function which is empty for any other text. */
    <T> Optional<T> named(String name, Function<String, Optional<T>> reader) {
        return text(name).map(value -> reader.apply(value).orElseThrow(
                () -> ApiException.badParameter(name, "has a value that is not known")));
    }

    Optional<URI> url(String name, Optional<URI> present) {
        return has(name) ? text(name).map(text -> url(name, text)) : present;
    }

    /** A URL with its method. A method alone changes the method of the URL that is there. */
    Optional<WebTarget> target(String urlName, String methodName, Optional<WebTarget> present) {
        HttpMethod method = method(methodName).or(() -> present.map(WebTarget::method)).orElse(HttpMethod.POST);
        return url(urlName, present.map(WebTarget::url)).map(url -> new WebTarget(url, method));
    }

    Optional<ApplicationSid> application(String name, Optional<ApplicationSid> present) {
        if (!has(name)) {
            return present;
        }
        return text(name).map(text -> {
            try {
                return new ApplicationSid(text);
            } catch (IllegalArgumentException e) {
                throw ApiException.badParameter(name, "is no application SID");
            }
        });
    }

    Optional<HttpMethod> method(String name) {
        return text(name).map(text -> text.toUpperCase(Locale.ROOT)).map(method -> switch (method) {
            case "GET" -> HttpMethod.GET;
            case "POST" -> HttpMethod.POST;
            default -> throw ApiException.badParameter(name, "must be GET or POST");
        });
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
}
