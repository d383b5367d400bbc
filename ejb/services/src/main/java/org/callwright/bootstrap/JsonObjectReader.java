package org.callwright.bootstrap;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.WebTarget;

/** One object of the bootstrap file. Knows its path, so that every complaint names the field that it is about. */
final class JsonObjectReader {

    private static final int LONGEST_TEXT = 2048;

    private final String path;
    private final JsonObject object;

    /** @param fields all that the object may have */
    JsonObjectReader(String path, JsonValue value, Set<String> fields) {
        this.path = path;
        if (!(value instanceof JsonObject read)) {
            throw new BootstrapException(path, "must be an object");
        }
        this.object = read;
        object.keySet().stream().filter(field -> !fields.contains(field)).findFirst().ifPresent(field -> {
            throw wrong(field, "is not known here; known are " + String.join(", ", fields.stream().sorted().toList()));
        });
    }

    BootstrapException wrong(String field, String problem) {
        return new BootstrapException(at(field), problem);
    }

    String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    Optional<String> optionalText(String field) {
        JsonValue value = object.get(field);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text)) {
            throw wrong(field, "must be a text");
        }
        if (text.getString().isBlank() || text.getString().length() > LONGEST_TEXT) {
            throw wrong(field, "must have 1 to " + LONGEST_TEXT + " characters");
        }
        return Optional.of(text.getString());
    }

    String text(String field) {
        return optionalText(field).orElseThrow(() -> wrong(field, "is missing"));
    }

    boolean flag(String field, boolean absent) {
        JsonValue value = object.get(field);
        if (value == null) {
            return absent;
        }
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw wrong(field, "must be true or false");
        }
        return value == JsonValue.TRUE;
    }

    /** A whole number from 0 to the highest. */
    Optional<Integer> number(String field, int highest) {
        JsonValue value = object.get(field);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonNumber number && number.isIntegral()
                && number.bigDecimalValue().signum() >= 0
                && number.bigDecimalValue().compareTo(BigDecimal.valueOf(highest)) <= 0) {
            return Optional.of(number.intValue());
        }
        throw wrong(field, "must be a whole number from 0 to " + highest);
    }

    Optional<WebTarget> target(String urlField, HttpMethod method) {
        return optionalText(urlField).map(url -> new WebTarget(uri(urlField, url), method));
    }

    HttpMethod method(String field) {
        String name = optionalText(field).orElse("POST");
        if (!name.equals("GET") && !name.equals("POST")) {
            throw wrong(field, "must be GET or POST");
        }
        return HttpMethod.valueOf(name);
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : array(field)) {
            if (!(value instanceof JsonString text)) {
                throw wrong(field + "[" + texts.size() + "]", "must be a text");
            }
            texts.add(text.getString());
        }
        return texts;
    }

    /** Empty when the field is not there. */
    Optional<List<String>> optionalTexts(String field) {
        return object.containsKey(field) ? Optional.of(texts(field)) : Optional.empty();
    }

    boolean has(String field) {
        return object.containsKey(field);
    }

    JsonValue value(String field) {
        return object.get(field);
    }

    /** Reads every element of a list with its path. */
    <T> List<T> list(String field, BiFunction<String, JsonValue, T> element) {
        List<T> read = new ArrayList<>();
        for (JsonValue value : array(field)) {
            read.add(element.apply(at(field) + "[" + read.size() + "]", value));
        }
        return read;
    }

    private JsonArray array(String field) {
        JsonValue value = object.getOrDefault(field, JsonValue.EMPTY_JSON_ARRAY);
        if (!(value instanceof JsonArray array)) {
            throw wrong(field, "must be a list");
        }
        return array;
    }

    private URI uri(String field, String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw wrong(field, "is no URL: " + e.getReason());
        }
        throw wrong(field, "must be an absolute http or https URL");
    }
}
