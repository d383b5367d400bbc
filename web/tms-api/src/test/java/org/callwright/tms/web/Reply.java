package org.callwright.tms.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as it came. */
public record Reply(int status, String head, String body) {

    static Reply of(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String head = answer.substring(0, end);
        String body = answer.substring(end + 4);
        return new Reply(Integer.parseInt(answer.split(" ")[1]), head,
                head.toLowerCase().contains("transfer-encoding: chunked") ? joined(body) : body);
    }

    private static String joined(String chunks) {
        StringBuilder all = new StringBuilder();
        String rest = chunks;
        while (!rest.isEmpty()) {
            int end = rest.indexOf("\r\n");
            int length = Integer.parseInt(rest.substring(0, end), 16);
            all.append(rest, end + 2, end + 2 + length);
            rest = length == 0 ? "" : rest.substring(end + 4 + length);
        }
        return all.toString();
    }

    public JsonObject object() {
        return json().asJsonObject();
    }

    public JsonArray array() {
        return json().asJsonArray();
    }

    private JsonStructure json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.read();
        }
    }

    public Optional<String> header(String name) {
        Matcher line = Pattern.compile("(?mi)^" + name + ": *(.*?)\r?$").matcher(head);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    /** JSON of that status. */
    public Reply is(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(header("Content-Type").orElse("")).isEqualToIgnoringCase("application/json;charset=utf-8");
        return this;
    }

    /** A refusal with that text and nothing else. */
    public Reply isRefusal(int expected, String text) {
        is(expected);
        assertThat(body).isEqualTo("{\"error\":\"" + text + "\"}");
        return this;
    }
}
