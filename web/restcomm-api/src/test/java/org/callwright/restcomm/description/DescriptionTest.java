package org.callwright.restcomm.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.basic;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.callwright.restcomm.MemoryArchive;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description that the server hands out, held against what the server does. */
class DescriptionTest {

    private static final Map<String, String> SIDS = Map.of(
            "Applications", "AP", "Calls", "CA", "Clients", "CL", "IncomingPhoneNumbers", "PN", "Notifications", "NO",
            "Recordings", "RE", "Says", "SA");

    @TempDir
    Path folder;

    private World world;
    private JsonObject document;

    @BeforeEach
    void start() {
        world = new World(folder);
        HttpResponse<String> response = world.send(world.request("/restcomm/docs/openapi.json"));
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        document = Json.createReader(new StringReader(response.body())).readObject();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private JsonObject operation(String verb, String path) {
        return document.getJsonObject("paths").getJsonObject(path).getJsonObject(verb);
    }

    /** A real path: SIDs of the right kind that nobody has. */
    private static String concrete(String template) {
        StringBuilder path = new StringBuilder();
        String kind = "";
        for (String segment : template.substring(1).split("/")) {
            String text = segment.equals("{account}") ? ACME.sid().value()
                    : segment.startsWith("{")
                            ? SIDS.get(kind) + "f".repeat(32) + segment.substring(segment.indexOf('}') + 1)
                    : segment;
            path.append('/').append(text);
            kind = segment.startsWith("{") ? kind : segment;
        }
        return path.toString();
    }

    private HttpResponse<String> ask(String verb, String path) {
        String base = document.getJsonArray("servers").getJsonObject(0).getString("url");
        return world.send(world.request(base + concrete(path))
                .header("Authorization", basic(ACME))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(verb.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void everyOperationShouldBeAnsweredAsDescribed() {
        document.getJsonObject("paths").forEach((path, verbs) -> verbs.asJsonObject().forEach((verb, described) -> {
            HttpResponse<String> answer = ask(verb, path);
            JsonObject responses = described.asJsonObject().getJsonObject("responses");
            String where = verb + " " + path + " " + answer.statusCode() + " " + answer.body();
            assertThat(responses.keySet()).as(where).contains(String.valueOf(answer.statusCode()));
            assertThat(answer.body()).as(where).doesNotContain("There is no such resource");
            JsonObject content = responses.getJsonObject(String.valueOf(answer.statusCode())).getJsonObject("content");
            if (content != null && content.containsKey("application/json")) {
                matches(answer.body(), content.getJsonObject("application/json").getJsonObject("schema"), where);
            }
        }));
    }

    /** The parts of JSON Schema that the document uses. */
    private void matches(String json, JsonObject schema, String where) {
        JsonValue value = Json.createReader(new StringReader(json)).readValue();
        JsonObject resolved = schema.containsKey("$ref")
                ? document.getJsonObject("components").getJsonObject("schemas").getJsonObject(
                        schema.getString("$ref").replaceFirst(".*/", ""))
                : schema;
        if (resolved.getString("type").equals("array")) {
            assertThat(value).as(where).isInstanceOf(JsonArray.class);
            return;
        }
        for (JsonString name : resolved.getJsonArray("required").getValuesAs(JsonString.class)) {
            assertThat(value.asJsonObject()).as(where).containsKey(name.getString());
            String type = resolved.getJsonObject("properties").getJsonObject(name.getString()).getString("type");
            assertThat(value.asJsonObject().get(name.getString()).getValueType().name()).as(where + name)
                    .isEqualTo(type.equals("integer") ? "NUMBER" : "STRING");
        }
    }

    @Test
    void describedShouldBeExactlyWhatTheResourcesDeclare() {
        Set<String> declared = Operation.of(new RestcommApplication().getClasses()).stream()
                .map(operation -> operation.verb() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        declared.add("GET /Accounts/{account}/Recordings/{sid}.wav");
        Set<String> described = new TreeSet<>();
        document.getJsonObject("paths").forEach((path, verbs) -> verbs.asJsonObject().keySet().forEach(
                verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(described).isEqualTo(declared).hasSizeGreaterThan(30);
        assertThat(document.getString("openapi")).startsWith("3.1.");
    }

    @Test
    void whatMustBeInAFormShouldBeAskedFor() {
        for (String[] form : new String[][] {{"/Accounts/{account}/Calls", "Calls"},
                {"/Accounts/{account}/Applications", "Applications"}, {"/Accounts/{account}/Clients", "Clients"},
                {"/Accounts/{account}/IncomingPhoneNumbers", "IncomingPhoneNumbers"}}) {
            JsonObject schema = operation("post", form[0]).getJsonObject("requestBody").getJsonObject("content")
                    .getJsonObject("application/x-www-form-urlencoded").getJsonObject("schema");
            List<String> required = schema.getJsonArray("required").getValuesAs(JsonString::getString);
            assertThat(schema.getJsonObject("properties").keySet()).containsAll(required);
            String body = world.postForm(ACME, form[1], "").body();
            assertThat(required).anyMatch(name -> body.contains(name + " can not be null."));
        }
    }

    @Test
    void resourcesInListsShouldMatchTheDescriptionToo() {
        world.archive.addCall(ACME.sid(), 1);
        world.archive.addSay(ACME.sid(), 1);
        world.archive.addRecording(ACME.sid(), 1);
        JsonObject schema = document.getJsonObject("components").getJsonObject("schemas").getJsonObject("Resource");
        for (String rest : new String[] {"Calls/" + MemoryArchive.callSid(1), ".",
                "Recordings/RE" + "0".repeat(31) + "1",
                "Says/SA" + "0".repeat(31) + "1"}) {
            String path = rest.equals(".") ? "" : "/" + rest;
            String uri = "/restcomm/2012-04-24/Accounts/" + ACME.sid() + path + ".json";
            matches(world.get(ACME, uri).body(), schema, rest);
        }
    }

    @Test
    void pageForPeopleShouldNeedNothingFromElsewhere() {
        HttpResponse<String> page = world.send(world.request("/restcomm/docs"));
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("/restcomm/2012-04-24/Accounts/{account}/Calls", "Places a call",
                "href=\"/restcomm/docs/openapi.json\"").doesNotContain("http://", "https://", "<script");
        assertThat(world.send(world.request("/restcomm/docs/other")).statusCode()).isEqualTo(404);
    }
}
