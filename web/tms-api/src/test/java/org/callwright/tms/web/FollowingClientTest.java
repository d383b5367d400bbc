package org.callwright.tms.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A client that knows the host's root and follows links from there: it asks for the root, posts to what is called
 * {@code voice_messages} there, reads itself again, polls the list that is being built, and turns pages by the
 * {@code Link} header, whose relations it wants in quotes.
 */
class FollowingClientTest {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>;\\s*rel=\"([^\"]*)\"");

    private final World world = new World();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        world.close();
    }

    private HttpRequest.Builder request(String href) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + href))
                .header("X-Auth-Token", World.TOKEN);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.headers().firstValue("Content-Type").orElse("").split(";")[0]).endsWith("json");
        return response;
    }

    private HttpResponse<String> get(String href) throws Exception {
        return send(request(href).GET().build());
    }

    private static JsonValue json(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readValue();
        }
    }

    private static Map<String, String> links(HttpResponse<String> response) {
        Map<String, String> links = new HashMap<>();
        Matcher matcher = LINK.matcher(response.headers().firstValue("Link").orElse(""));
        while (matcher.find()) {
            links.put(matcher.group(2), matcher.group(1));
        }
        return links;
    }

    @Test
    void linksShouldLeadFromTheRootToTheLastRecipient() throws Exception {
        JsonArray root = json(get("/")).asJsonObject().getJsonArray("_links");
        String messages = root.getValuesAs(JsonObject.class).stream()
                .filter(link -> link.containsKey("voice_messages")).findFirst().orElseThrow()
                .getString("voice_messages");

        StringBuilder recipients = new StringBuilder("{\"phone\":null}");
        for (int i = 0; i < 60; i++) {
            recipients.append(",{\"phone\":\"65155510").append(10 + i).append("\"}");
        }
        HttpResponse<String> posted = send(request(messages).header("Content-Type", World.JSON)
                .POST(BodyPublishers.ofString("{\"play_url\":null,\"say_text\":\"hi\",\"from_number\":null,"
                        + "\"recipients\":[" + recipients + "],\"sent\":[],\"failed\":[]}")).build());
        assertThat(posted.statusCode()).isEqualTo(201);
        JsonObject made = json(posted).asJsonObject();

        JsonObject self = json(get(made.getJsonObject("_links").getString("self"))).asJsonObject();
        assertThat(self).isEqualTo(made);
        String list = self.getJsonObject("_links").getString("recipients");
        assertThat(get(list).statusCode()).isEqualTo(202);
        world.messages.build();

        HttpResponse<String> first = get(list);
        assertThat(json(first).asJsonArray()).hasSize(50);
        assertThat(links(first)).containsOnlyKeys("next", "last");
        HttpResponse<String> last = get(links(first).get("next"));
        assertThat(json(last).asJsonArray()).hasSize(10);
        assertThat(links(last)).containsOnlyKeys("first", "prev");
        assertThat(get(links(last).get("first")).body()).isEqualTo(first.body());

        JsonObject recipient = json(last).asJsonArray().getJsonObject(9);
        JsonObject back = recipient.getJsonObject("_links");
        assertThat(json(get(back.getString("self")))).isEqualTo(recipient);
        assertThat(json(get(back.getString("voice_message"))).asJsonObject().getInt("id"))
                .isEqualTo(made.getInt("id"));
        for (String href : self.getJsonObject("_links").keySet()) {
            assertThat(get(self.getJsonObject("_links").getString(href)).statusCode()).as(href).isEqualTo(200);
        }
    }
}
