package org.callwright.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.callwright.call.value.Parameter;

/** Parameters as one text in form encoding. */
final class FormText {

    private FormText() {
    }

    /** Whole parameters as long as they fit; the rest is left out. */
    static String write(List<Parameter> parameters, int length) {
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : parameters) {
            String pair = URLEncoder.encode(parameter.name(), UTF_8) + "=" + URLEncoder.encode(parameter.value(), UTF_8);
            if (text.length() + pair.length() + 1 > length) {
                break;
            }
            text.append(text.isEmpty() ? "" : "&").append(pair);
        }
        return text.toString();
    }

    static List<Parameter> read(String text) {
        return Stream.of(text.split("&")).filter(pair -> !pair.isEmpty()).map(FormText::pair).toList();
    }

    private static Parameter pair(String pair) {
        int equals = pair.indexOf('=');
        return new Parameter(
                URLDecoder.decode(pair.substring(0, equals), UTF_8),
                URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
}
