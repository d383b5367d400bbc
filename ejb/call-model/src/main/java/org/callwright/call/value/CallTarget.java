package org.callwright.call.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whom a call goes to: a SIP URI when the text has an {@code @}, else a number. Behind a question mark there may be
 * headers for the INVITE, {@code sip:alice@host?X-A=1&X-B=2}; only {@code X-…} ones.
 *
 * @param to as it was written, without the headers
 * @param number whether it is a number, which needs a trunk to be called by
 */
public record CallTarget(String to, boolean number, List<Parameter> headers) {

    private static final Pattern SIP_URI = Pattern.compile(
            "sips?:[A-Za-z0-9_.!~*'()&=+$,;?/%:#-]{1,128}@[A-Za-z0-9.\\[\\]:-]{1,255}(;[A-Za-z0-9_.=%~+-]{1,64}){0,8}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9A-Za-z*#.-]{1,64}");
    private static final Pattern HEADER_NAME = Pattern.compile("(?i)X-[A-Za-z0-9-]{1,64}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[^\\p{Cntrl}]{0,1024}");

    public CallTarget {
        headers = List.copyOf(headers);
    }

    /**
     * Reads a target.
     *
     * @throws IllegalArgumentException when nobody can be called so; the message goes on behind the text's name, such
     *     as {@code is no SIP URI}
     */
    public static CallTarget parse(String text) {
        int question = text.indexOf('?');
        String to = question < 0 ? text : text.substring(0, question);
        List<Parameter> headers = question < 0 ? List.of() : headers(text.substring(question + 1));
        boolean number = !to.contains("@");
        if (number && !NUMBER.matcher(to).matches()) {
            throw new IllegalArgumentException("is neither a number nor a SIP URI");
        }
        if (!number && !SIP_URI.matcher(withScheme(to)).matches()) {
            throw new IllegalArgumentException("is no SIP URI");
        }
        return new CallTarget(to, number, headers);
    }

    /**
     * The SIP URI that the INVITE goes to.
     *
     * @param trunk host and port where calls to numbers go; not looked at for a SIP URI
     */
    public String uri(String trunk) {
        return number ? "sip:" + to.replace("#", "%23") + "@" + trunk : withScheme(to);
    }

    private static String withScheme(String to) {
        return to.startsWith("sip:") || to.startsWith("sips:") ? to : "sip:" + to;
    }

    private static List<Parameter> headers(String text) {
        List<Parameter> headers = new ArrayList<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!HEADER_NAME.matcher(name).matches() || !HEADER_VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("has a header that is no X- header");
            }
            headers.add(new Parameter(name, value));
        }
        return headers;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a header that cannot be decoded", e);
        }
    }
}
