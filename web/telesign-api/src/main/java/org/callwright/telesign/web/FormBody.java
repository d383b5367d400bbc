package org.callwright.telesign.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a form. Values are UTF-8 or they are nothing: one that is not is kept as such, so that its
 * parameter can be named in the refusal. Of a parameter that is given twice the last one counts; an empty one is as
 * good as none.
 */
final class FormBody {

    private final Map<String, Optional<String>> parameters = new LinkedHashMap<>();

    FormBody(byte[] body) {
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                decoded(name).ifPresent(
                        decoded -> parameters.put(decoded, decoded(equals < 0 ? "" : pair.substring(equals + 1))));
            }
        }
    }

    /** Whether the parameter was sent and cannot be decoded. */
    boolean garbled(String name) {
        return parameters.containsKey(name) && parameters.get(name).isEmpty();
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    Optional<String> text(String name) {
        return parameters.getOrDefault(name, Optional.empty()).filter(text -> !text.isEmpty());
    }

    private static Optional<String> decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+') {
                bytes.write(' ');
            } else if (c != '%') {
                bytes.write(c);
            } else {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * 16 + low);
                i += 2;
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
