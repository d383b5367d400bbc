package org.callwright.restcomm.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.basic;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
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
import java.util.stream.Stream;
import org.callwright.call.record.RecordingRecord;
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

    private void matches(String json, JsonObject schema, String where) {
        new SchemaCheck(document).matches(
                Json.createReader(new StringReader(json)).readValue(), schema, where);
    }

    @Test
    void describedShouldBeExactlyWhatTheResourcesDeclare() {
        Set<String> declared = Operation.of(new RestcommApplication().getClasses()).stream()
                .map(operation -> operation.verb() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        declared.add("GET /Accounts/{account}/Recordings/{sid}.wav");
        declared.add("GET /Accounts/{account}/Recordings/{sid}.gsm");
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

    /** Resources that have all there can be, and others that have as little as can be. */
    private Map<String, List<String>> answersByKind() {
        world.archive.addCall(ACME.sid(), 1);
        world.archive.addFullCall(ACME.sid(), 2);
        world.archive.addSay(ACME.sid(), 1);
        world.archive.addRecording(ACME.sid(), 1);
        world.archive.asGsm(world.archive.addRecording(ACME.sid(), 2, RecordingRecord.Status.FAILED));
        world.archive.addNotification(ACME.sid(), 1);
        String application = post("Applications.json", "FriendlyName=a&RcmlUrl=https://acme.example/rcml");
        String sid = Json.createReader(new StringReader(application)).readObject().getString("sid");
        String handlers = "";
        for (String kind : new String[] {"Voice", "Sms", "Ussd"}) {
            handlers += "&" + kind + "Url=https://a.example/" + kind + "&" + kind + "FallbackUrl=https://a.example/f&"
                    + kind + "ApplicationSid=" + sid;
        }
        String full = post("IncomingPhoneNumbers.json", "PhoneNumber=%2B15551234&StatusCallback=https://a.example/s"
                + "&ReferUrl=https://a.example/r&ReferApplicationSid=" + sid + handlers);
        String all = "?PageSize=100";
        return Map.of(
                "Call", own("Calls/" + MemoryArchive.callSid(1) + ".json",
                        "Calls/" + MemoryArchive.callSid(2) + ".json"),
                "CallPage", own("Calls.json" + all, "Calls.json?Limit=1&PageSize=1", "Calls.json?From=nobody"),
                "Recording", own("Recordings/RE" + "0".repeat(31) + "1.json", "Recordings/RE" + "0".repeat(31)
                        + "2.json"),
                "Say", own("Says/SA" + "0".repeat(31) + "1.json"),
                "Notification", own("Notifications/NO" + "0".repeat(31) + "1.json"),
                "Account", List.of(world.get(ACME, "/restcomm/2012-04-24/Accounts/" + ACME.sid() + ".json").body(),
                        post(".json", "RecordingRetentionDays=30")),
                "Application", List.of(application, own("Applications/" + sid + ".json").get(0)),
                "Client", List.of(post("Clients.json", "Login=alice&Password=Secret-1234"),
                        post("Clients.json", "Login=bob&Password=Secret-1234&VoiceUrl=https://a.example/&"
                                + "VoiceFallbackUrl=https://a.example/f&VoiceApplicationSid=" + sid)),
                "IncomingPhoneNumber", List.of(full, post("IncomingPhoneNumbers.json", "PhoneNumber=%2B15551235")),
                "Error", own("Calls/nonsense.json"));
    }

    private List<String> own(String... paths) {
        return Stream.of(paths).map(path -> world.getOwn(ACME, path).body()).toList();
    }

    private String post(String rest, String form) {
        return rest.startsWith(".")
                ? world.send(world.request("/restcomm/2012-04-24/Accounts/" + ACME.sid() + rest)
                        .header("Authorization", basic(ACME))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))).body()
                : world.postForm(ACME, rest, form).body();
    }

    @Test
    void everyPropertyOfAnAnswerShouldBeDescribedAndEveryDescribedPropertyBeAnswered() {
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        SchemaCheck check = new SchemaCheck(document);
        Set<String> wanted = new TreeSet<>();
        answersByKind().forEach((kind, answers) -> {
            wanted.addAll(check.properties(schemas.getJsonObject(kind), kind));
            answers.forEach(json -> check.matches(Json.createReader(new StringReader(json)).readValue(),
                    schemas.getJsonObject(kind), kind));
        });
        assertThat(wanted).hasSizeGreaterThan(150);
        assertThat(check.seen()).containsAll(wanted);
    }

    @Test
    void everyPropertyShouldHaveATypeAndAMeaning() {
        document.getJsonObject("components").getJsonObject("schemas").forEach((name, schema) -> {
            if (schema.asJsonObject().containsKey("properties")) {
                schema.asJsonObject().getJsonObject("properties").forEach((property, described) -> assertThat(
                        described.asJsonObject()).as(name + "." + property).containsKeys("type", "description"));
            }
        });
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
