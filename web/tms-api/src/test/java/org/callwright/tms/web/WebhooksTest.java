package org.callwright.tms.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks as clients set them up. */
class WebhooksTest {

    private static final String ONE = "{\"id\":1,\"url\":\"https://a.example/done?x=1\",\"event_type\":\"sent\","
            + "\"_links\":{\"self\":\"/webhooks/1\"}}";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Reply post(String json) {
        return world.post("/webhooks", World.JSON, json);
    }

    private Reply send(String method, String path, String json) {
        return world.send(method, path, json.getBytes(UTF_8), World.token(World.TOKEN),
                "Content-Type: application/json");
    }

    private Reply create() {
        return post("{\"url\":\"https://a.example/done?x=1\",\"event_type\":\"sent\"}");
    }

    @Test
    void webhookShouldBeMadeReadChangedAndRemoved() {
        Reply created = create().is(201);
        assertThat(created.body()).isEqualTo(ONE);
        assertThat(created.header("Location")).hasValue("/webhooks/1");
        assertThat(world.get("/webhooks/1").is(200).body()).isEqualTo(ONE);
        assertThat(world.get("/webhooks").is(200).body()).isEqualTo("[" + ONE + "]");

        assertThat(send("PATCH", "/webhooks/1", "{\"event_type\":\"failed\"}").is(200).body())
                .isEqualTo(ONE.replace("\"sent\"", "\"failed\""));
        assertThat(send("PUT", "/webhooks/1", "{\"url\":\"http://b.example/\",\"event_type\":\"canceled\"}").is(200)
                .object().getString("url")).isEqualTo("http://b.example/");

        Reply deleted = send("DELETE", "/webhooks/1", "");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        world.get("/webhooks/1").isRefusal(404, "Not Found");
        send("DELETE", "/webhooks/1", "").isRefusal(404, "Not Found");
        send("PATCH", "/webhooks/1", "{}").isRefusal(404, "Not Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sending", "sent", "failed", "blacklisted", "inconclusive", "canceled"})
    void everyStateThatAnybodyComesIntoShouldBeAnEvent(String event) {
        assertThat(post("{\"url\":\"https://a.example/\",\"event_type\":\"" + event + "\"}").is(201).object()
                .getString("event_type")).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|{\"url\":[\"can't be blank\"],\"event_type\":[\"can't be blank\"]}",
        "{\"url\":\"https://a.example/\",\"event_type\":\"new\"}|{\"event_type\":[\"new is not a valid event type\"]}",
        "{\"url\":\"https://a.example/\",\"event_type\":\"x\"}|{\"event_type\":[\"x is not a valid event type\"]}",
        "{\"url\":\"ftp://a.example/\",\"event_type\":\"sent\"}|{\"url\":[\"is invalid\"]}",
        "{\"url\":\"nonsense\",\"event_type\":\"sent\"}|{\"url\":[\"is invalid\"]}",
        "{\"url\":\"http://u:p@a.example/\",\"event_type\":\"sent\"}|{\"url\":[\"is invalid\"]}",
    })
    void webhookThatCannotBeUsedShouldBeRefused(String body, String errors) {
        Reply reply = post(body).is(422);
        assertThat(reply.object().getJsonObject("errors").toString()).isEqualTo(errors);
        assertThat(reply.object().getJsonObject("_links").getString("self")).isEqualTo("/webhooks");
        assertThat(world.get("/webhooks").body()).isEqualTo("[]");
    }

    @Test
    void changeThatCannotBeUsedShouldChangeNothing() {
        create();
        assertThat(send("PATCH", "/webhooks/1", "{\"url\":\"\"}").is(422).object().getJsonObject("errors").toString())
                .isEqualTo("{\"url\":[\"can't be blank\"]}");
        send("PUT", "/webhooks/1", "{\"url\":\"http://a.example/" + "x".repeat(512) + "\"}").is(422);
        assertThat(world.get("/webhooks/1").body()).isEqualTo(ONE);
    }

    @Test
    void formsAndWrappersShouldDoAsWell() {
        world.post("/webhooks", World.FORM, "url=https%3A%2F%2Fa.example%2F&event_type=sent").is(201);
        world.post("/webhooks", World.FORM, "webhook[url]=https%3A%2F%2Fa.example%2F&webhook[event_type]=sent").is(201);
        post("{\"webhook\":{\"url\":\"https://a.example/\",\"event_type\":\"sent\"}}").is(201);
    }
}
