package org.callwright.restcomm.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callwright.call.value.Parameter;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;

/**
 * Whom a call goes to: a SIP URI when {@code To} has an {@code @}, else a number by the trunk. Behind a question mark
 * there may be headers for the INVITE, {@code sip:alice@host?X-A=1&X-B=2}; only {@code X-…} ones.
 *
 * @param to without the headers
 * @param uri SIP URI that the INVITE goes to
 */
record CallTarget(String to, String uri, List<Parameter> headers) {

    private static final Pattern SIP_URI = Pattern.compile(
            "sips?:[A-Za-z0-9_.!~*'()&=+$,;?/%:#-]{1,128}@[A-Za-z0-9.\\[\\]:-]{1,255}(;[A-Za-z0-9_.=%~+-]{1,64}){0,8}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9A-Za-z*#.-]{1,64}");
    private static final Pattern HEADER_NAME = Pattern.compile("(?i)X-[A-Za-z0-9-]{1,64}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[^\\p{Cntrl}]{0,1024}");

    static CallTarget of(String text, Optional<String> trunk) {
        if (text.startsWith("client")) {
            throw new ApiException(ApiError.CLIENT_CALLS_UNSUPPORTED, "Calls to registered clients are not there yet");
        }
        int question = text.indexOf('?');
        String to = question < 0 ? text : text.substring(0, question);
        List<Parameter> headers = question < 0 ? List.of() : headers(text.substring(question + 1));
        return new CallTarget(to, to.contains("@") ? sipUri(to) : numberUri(to, trunk), headers);
    }

    private static String sipUri(String to) {
        String uri = to.startsWith("sip:") || to.startsWith("sips:") ? to : "sip:" + to;
        if (!SIP_URI.matcher(uri).matches()) {
            throw ApiException.badParameter("To", "is no SIP URI");
        }
        return uri;
    }

    private static String numberUri(String to, Optional<String> trunk) {
        if (!NUMBER.matcher(to).matches()) {
            throw ApiException.badParameter("To", "is neither a number nor a SIP URI");
        }
        String host = trunk.orElseThrow(() -> new ApiException(
                ApiError.NO_TRUNK, "There is no trunk by which a number could be called"));
        return "sip:" + to.replace("#", "%23") + "@" + host;
    }

    private static List<Parameter> headers(String text) {
        List<Parameter> headers = new ArrayList<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!HEADER_NAME.matcher(name).matches() || !HEADER_VALUE.matcher(value).matches()) {
                throw ApiException.badParameter("To", "has a header that is no X- header");
            }
            headers.add(new Parameter(name, value));
        }
        return headers;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiException.badParameter("To", "has a header that cannot be decoded");
        }
    }
}
