package org.callwright.restcomm.description;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds JSON against the parts of JSON Schema that the description uses, strictly: a property that the schema does not
 * have is a failure too. Remembers which properties it has seen with a value.
 */
final class SchemaCheck {

    private final JsonObject document;
    private final Set<String> seen = new TreeSet<>();

    SchemaCheck(JsonObject document) {
        this.document = document;
    }

    Set<String> seen() {
        return seen;
    }

    void matches(JsonValue value, JsonObject schema, String where) {
        JsonObject resolved = resolve(schema);
        if (resolved.containsKey("allOf") || resolved.containsKey("properties")) {
            object(value.asJsonObject(), resolved, where);
        } else if (resolved.get("type").equals(Json.createValue("array"))) {
            assertThat(value).as(where).isInstanceOf(JsonArray.class);
            value.asJsonArray().forEach(item -> matches(item, resolved.getJsonObject("items"), where + "[]"));
        } else {
            plain(value, resolved, where);
        }
    }

    private void object(JsonObject object, JsonObject schema, String where) {
        for (String name : required(schema)) {
            assertThat(object).as(where).containsKey(name);
        }
        object.forEach((name, value) -> {
            JsonObject property = property(schema, name);
            assertThat(property).as("%s.%s is not described", where, name).isNotNull();
            matches(value, property, where + "." + name);
            if (value.getValueType() != JsonValue.ValueType.NULL) {
                seen.add(where + "." + name);
            }
        });
    }

    private static void plain(JsonValue value, JsonObject schema, String where) {
        boolean nullable = schema.get("type") instanceof JsonArray;
        if (nullable && value.getValueType() == JsonValue.ValueType.NULL) {
            return;
        }
        String type = nullable ? schema.getJsonArray("type").getString(0) : schema.getString("type");
        switch (type) {
            case "integer" -> assertThat(value).as(where).isInstanceOfSatisfying(
                    JsonNumber.class, number -> assertThat(number.isIntegral()).isTrue());
            case "boolean" -> assertThat(value).as(where).isIn(JsonValue.TRUE, JsonValue.FALSE);
            default -> {
                assertThat(type).as(where).isEqualTo("string");
                assertThat(value).as(where).isInstanceOf(JsonString.class);
                text(((JsonString) value).getString(), schema, where);
            }
        }
    }

    private static void text(String text, JsonObject schema, String where) {
        assertThat(text).as(where).containsPattern(schema.getString("pattern", ""));
        switch (schema.getString("format", "")) {
            case "date-time" -> assertThat(OffsetDateTime.parse(text)).as(where).isNotNull();
            case "uri" -> assertThat(URI.create(text).isAbsolute()).as(where + text).isTrue();
            case "uri-reference" -> assertThat(URI.create(text)).as(where).isNotNull();
            default -> assertThat(schema.containsKey("format")).as(where).isFalse();
        }
    }

    /** All properties of a schema and of the objects in it, as paths. */
    Set<String> properties(JsonObject schema, String where) {
        Set<String> names = new TreeSet<>();
        JsonObject resolved = resolve(schema);
        if (resolved.containsKey("allOf")) {
            resolved.getJsonArray("allOf").getValuesAs(JsonObject.class).forEach(
                    part -> names.addAll(properties(part, where)));
        }
        if (resolved.containsKey("items")) {
            names.addAll(properties(resolved.getJsonObject("items"), where + "[]"));
        }
        if (resolved.containsKey("properties")) {
            resolved.getJsonObject("properties").forEach((name, property) -> {
                names.add(where + "." + name);
                names.addAll(properties(property.asJsonObject(), where + "." + name));
            });
        }
        return names;
    }

    private Set<String> required(JsonObject schema) {
        Set<String> names = new TreeSet<>();
        if (schema.containsKey("allOf")) {
            schema.getJsonArray("allOf").getValuesAs(JsonObject.class).forEach(
                    part -> names.addAll(required(resolve(part))));
        }
        if (schema.containsKey("required")) {
            schema.getJsonArray("required").getValuesAs(JsonString.class).forEach(
                    name -> names.add(name.getString()));
        }
        return names;
    }

    private JsonObject property(JsonObject schema, String name) {
        if (schema.containsKey("allOf")) {
            return schema.getJsonArray("allOf").getValuesAs(JsonObject.class).stream()
                    .map(part -> property(resolve(part), name))
                    .filter(found -> found != null)
                    .findFirst().orElse(null);
        }
        return schema.getJsonObject("properties").getJsonObject(name);
    }

    private JsonObject resolve(JsonObject schema) {
        return schema.containsKey("$ref")
                ? document.getJsonObject("components").getJsonObject("schemas").getJsonObject(
                        schema.getString("$ref").replaceFirst(".*/", ""))
                : schema;
    }
}
