package org.callwright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Old TMS messages in a server of their own. Three starts: one that takes messages, which are over at once as nobody of
 * them has a number; meanwhile one of them grows old; one with dry runs every second; and one that cleans up as often.
 */
class MessageCleanupIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TMS_TOKEN = "token-of-the-tms-clean-up";
    private static final String BOOTSTRAP = """
            {"accounts": [{"sid": "AC0000000000000000000000000000c1e4", "email": "brief@callwright.test",
              "token": "token-of-the-clean-up", "tms": [{"token": "%s"}], "tmsRetentionDays": 30}]}
            """.formatted(TMS_TOKEN);
    private static final String MESSAGE = """
            {"say_text": "%s", "recipients": [{"phone": "a"}, {"phone": "b"}]}""";

    @Test
    void oldMessageShouldGoWithItsRecipientsAndAYoungOneStay() throws Exception {
        try (OwnServer server = OwnServer.named("message clean up")) {
            Path bootstrap = Files.writeString(server.data().resolve("bootstrap.json"), BOOTSTRAP);
            server.set("CALLWRIGHT_BOOTSTRAP", bootstrap.toString());
            BeanTimers timers = new BeanTimers(server.port("MANAGEMENT"), "MessageCleanupTimer");

            server.start();
            assertThat(timers.list()).hasSize(1).allMatch(BeanTimers.Timer::persistent)
                    .allMatch(timer -> timer.info().contains("04:00"));
            String old = posted(server, "old");
            String young = posted(server, "young");
            completed(server, old);
            completed(server, young);
            server.stop();
            grow(server.data(), old.substring(old.lastIndexOf('/') + 1));

            server.set("CALLWRIGHT_TMS_CLEANUP_SECONDS", "1");
            server.set("CALLWRIGHT_TMS_CLEANUP_DRY_RUN", "true");
            server.start();
            eventually(() -> Files.readString(server.data().resolve("log/console.log"))
                    .contains("1 would be removed with 2 recipients, 0 stay"));
            assertThat(get(server, old).statusCode()).isEqualTo(200);
            server.stop();

            server.set("CALLWRIGHT_TMS_CLEANUP_DRY_RUN", "");
            server.start();
            assertThat(timers.list()).hasSize(1);
            eventually(() -> get(server, old).statusCode() == 404);
            eventually(() -> Files.readString(server.data().resolve("log/console.log"))
                    .contains("1 examined, 1 removed with 2 recipients, 0 stay"));
            assertThat(get(server, young).statusCode()).isEqualTo(200);
            assertThat(get(server, "/messages/voice").body()).contains("young").doesNotContain("old");
            server.stop();
        }
    }

    private static String posted(OwnServer server, String text) throws Exception {
        HttpRequest post = request(server, "/messages/voice").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MESSAGE.formatted(text))).build();
        HttpResponse<String> answer = HTTP.send(post, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return URI.create(location).getPath();
    }

    private static void completed(OwnServer server, String path) throws Exception {
        eventually(() -> get(server, path).body().contains("\"completed\""));
    }

    private static HttpResponse<String> get(OwnServer server, String path) throws Exception {
        return HTTP.send(request(server, path).GET().build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(OwnServer server, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port("HTTP") + path))
                .header("X-AUTH-TOKEN", TMS_TOKEN).timeout(LIMIT);
    }

    /** A month passes for one message; the server does not run. */
    private static void grow(Path data, String id) throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("db/callwright"),
                "callwright", Files.readString(data.resolve("db-password")).strip());
                Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate("update tms_message set completed = dateadd('DAY', -31, completed)"
                    + " where id = " + Long.parseLong(id))).isEqualTo(1);
        }
    }

    /** Something that may fail. */
    private interface Condition {

        boolean holds() throws Exception;
    }

    private static void eventually(Condition condition) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("not within %s", LIMIT).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
