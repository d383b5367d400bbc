package org.callwright.http;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.Parameter;

/**
 * Where the parameters of a request go: on a GET behind the query that the URL has, on a POST into the form body
 * (application/x-www-form-urlencoded, UTF-8), to which the URL's own query moves too.
 *
 * @param url to ask, without fragment
 * @param body of a POST; empty on a GET
 */
record FormData(URI url, String body) {

    static FormData of(HttpMethod method, URI url, List<Parameter> parameters) {
        String query = url.getRawQuery() == null ? "" : url.getRawQuery();
        if (method == HttpMethod.GET) {
            String all = Stream.of(query, encode(parameters)).filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("&"));
            return new FormData(withQuery(url, all), "");
        }
        List<Parameter> all = new ArrayList<>(decode(query));
        all.addAll(parameters);
        return new FormData(withQuery(url, ""), encode(all));
    }

    private static URI withQuery(URI url, String query) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + path
                + (query.isEmpty() ? "" : "?" + query));
    }

    private static String encode(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Parameter> decode(String query) {
        return Stream.of(query.split("&")).filter(pair -> !pair.isEmpty()).map(FormData::pair).toList();
    }

    private static Parameter pair(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Parameter(decodeText(text), "")
                : new Parameter(decodeText(text.substring(0, equals)), decodeText(text.substring(equals + 1)));
    }

    private static String decodeText(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
