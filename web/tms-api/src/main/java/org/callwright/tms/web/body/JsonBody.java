package org.callwright.tms.web.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.callwright.tms.web.answer.RefusalException;

/** A JSON object whose members are fields; the recipients are a list of objects. */
final class JsonBody {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final String PHONE = "phone";

    private final JsonParser parser;
    private final Fields fields;

    private JsonBody(JsonParser parser, Fields fields) {
        this.parser = parser;
        this.fields = fields;
    }

    static void read(InputStream body, String wrapper, Fields fields) {
        parse(body, fields, Event.START_OBJECT, json -> json.members(Optional.of(wrapper)));
    }

    /** The list of recipients by itself. */
    static void readRecipients(InputStream list, Fields fields) {
        parse(list, fields, Event.START_ARRAY, JsonBody::recipients);
    }

    private static void parse(InputStream in, Fields fields, Event first, Consumer<JsonBody> rest) {
        // A new decoder fails on what is not UTF-8; a reader by charset would replace it.
        CheckedReader text = new CheckedReader(new InputStreamReader(in, UTF_8.newDecoder()));
        try (JsonParser parser = PARSERS.createParser(text)) {
            if (parser.next() != first) {
                throw RefusalException.malformed(null);
            }
            rest.accept(new JsonBody(parser, fields));
            if (parser.hasNext()) {
                throw RefusalException.malformed(null);
            }
        } catch (JsonException | NoSuchElementException e) {
            throw RefusalException.malformed(e);
        }
    }

    private void members(Optional<String> wrapper) {
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            Event value = parser.next();
            if (value == Event.START_OBJECT && wrapper.filter(name::equals).isPresent()) {
                members(Optional.empty());
            } else if (value == Event.START_ARRAY && name.equals(BodyReader.RECIPIENTS)) {
                recipients();
            } else {
                fields.text(name, text(value));
            }
        }
    }

    private void recipients() {
        for (Event item = parser.next(); item != Event.END_ARRAY; item = parser.next()) {
            if (item == Event.START_OBJECT) {
                fields.recipient(phone());
            } else {
                skip(item);
            }
        }
    }

    private Optional<String> phone() {
        Optional<String> phone = Optional.empty();
        while (parser.next() == Event.KEY_NAME) {
            boolean wanted = parser.getString().equals(PHONE);
            Optional<String> text = text(parser.next());
            phone = wanted ? text : phone;
        }
        return phone;
    }

    private Optional<String> text(Event value) {
        if (value == Event.VALUE_STRING || value == Event.VALUE_NUMBER) {
            return Optional.of(parser.getString());
        }
        skip(value);
        return Optional.empty();
    }

    private void skip(Event value) {
        for (int depth = opened(value); depth > 0;) {
            depth += opened(parser.next());
        }
    }

    private static int opened(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }
}
