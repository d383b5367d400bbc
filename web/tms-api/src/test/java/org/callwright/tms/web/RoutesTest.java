package org.callwright.tms.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.callwright.tms.RecipientStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route: who comes in, what is not there, what cannot be done with it. */
class RoutesTest {

    private static final String BAD_TOKEN = "Invalid authentication token";
    private static final String WEBHOOK = "{\"url\":\"https://a.example/\",\"event_type\":\"sent\"}";

    private World world;

    @BeforeEach
    void open() {
        world = new World();
        world.create(World.GOOD);
        world.messages.build();
        world.webhooks.create(World.ACME, URI.create("https://a.example/"), RecipientStatus.SENT);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Method, path, body, status with a good token; lists are everybody's, single things their owner's. */
    static Stream<String[]> routes() {
        return Stream.of(
                new String[] {"GET", "/", "", "200"},
                new String[] {"GET", "/messages/voice", "", "200"},
                new String[] {"GET", "/messages/voice.json", "", "200"},
                new String[] {"GET", "/messages/voice/page/1", "", "200"},
                new String[] {"POST", "/messages/voice", World.GOOD, "201"},
                new String[] {"GET", "/messages/voice/1", "", "200"},
                new String[] {"GET", "/messages/voice/1.json", "", "200"},
                new String[] {"DELETE", "/messages/voice/1", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients.json", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients/sent", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients/failed", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients/human", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients/machine", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients/busy", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients/no_answer", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients/could_not_connect", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients/could_not_connect.json", "", "200"},
                new String[] {"GET", "/messages/voice/1/recipients/1", "", "200"},
                new String[] {"GET", "/webhooks", "", "200"},
                new String[] {"POST", "/webhooks", WEBHOOK, "201"},
                new String[] {"GET", "/webhooks/1", "", "200"},
                new String[] {"PUT", "/webhooks/1", WEBHOOK, "200"},
                new String[] {"PATCH", "/webhooks/1", WEBHOOK, "200"},
                new String[] {"DELETE", "/webhooks/1", "", "204"});
    }

    private Reply send(String method, String path, String body, String... headers) {
        return world.send(method, path, body.getBytes(UTF_8),
                Stream.concat(Stream.of("Content-Type: application/json"), Stream.of(headers)).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void routeShouldBeThereForItsOwner(String method, String path, String body, String status) {
        assertThat(send(method, path, body, World.token(World.TOKEN)).status()).isEqualTo(Integer.parseInt(status));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void routeShouldBeClosedWithoutAToken(String method, String path, String body, String status) {
        send(method, path, body).isRefusal(401, BAD_TOKEN);
        send(method, path, body, "X-AUTH-TOKEN:").isRefusal(401, BAD_TOKEN);
        send(method, path, body, World.token("guess")).isRefusal(401, BAD_TOKEN);
        send(method, path, body, World.token("x".repeat(600))).isRefusal(401, BAD_TOKEN);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void thingsOfOthersShouldNotBeThere(String method, String path, String body, String status) {
        Reply reply = send(method, path, body, World.token(World.OTHER_TOKEN));
        if (path.matches(".*/[0-9].*") && !path.contains("/page/")) {
            reply.isRefusal(404, "Not Found");
        } else if (method.equals("GET") && !path.equals("/")) {
            assertThat(reply.is(200).body()).isEqualTo("[]");
        } else {
            assertThat(reply.body()).doesNotContain(World.ACME.value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages", "/messages/sms", "/messages/voice/0", "/messages/voice/99",
        "/messages/voice/x", "/messages/voice/-1", "/messages/voice/99999999999999999999", "/messages/voice/1/people",
        "/messages/voice/1/recipients/all", "/messages/voice/1/recipients/new", "/messages/voice/1/recipients/99",
        "/messages/voice/1/recipients/1/x", "/messages/voice/99/recipients", "/messages/voice/99/recipients/sent",
        "/webhooks/99", "/webhooks/x", "/wildfly-services", "/refused", "/favicon.ico", "/.json", "/%2e%2e/x",
        "/messages/voice/1%2frecipients", "/index.html"})
    void whatIsNotThereShouldBeSaidInJson(String path) {
        world.get(path).isRefusal(404, "Not Found");
    }

    @ParameterizedTest
    @CsvSource({"POST,/,GET", "PUT,/,GET", "DELETE,/,GET", "PATCH,/,GET", "OPTIONS,/,GET",
        "PUT,/messages/voice,'GET, POST'", "POST,/messages/voice/1,'DELETE, GET'",
        "POST,/messages/voice/1/recipients,GET", "DELETE,/messages/voice/1/recipients/1,GET",
        "PATCH,/webhooks,'GET, POST'", "POST,/webhooks/1,'DELETE, GET, PATCH, PUT'"})
    void otherMethodsShouldBeRefusedWithThoseThereAre(String method, String path, String allowed) {
        Reply reply = send(method, path, "{}", World.token(World.TOKEN));
        reply.isRefusal(405, "Method Not Allowed");
        assertThat(reply.header("Allow")).hasValue(allowed);
    }

    @Test
    void anyGoodTokenShouldDoAndNoneThatWasTakenBack() {
        world.accounts.add("second", world.accounts.byToken(World.TOKEN).orElseThrow());
        send("GET", "/messages/voice/1", "", World.token("second")).is(200);
        world.accounts.remove("second");
        send("GET", "/messages/voice/1", "", World.token("second")).isRefusal(401, BAD_TOKEN);
        assertThat(world.send("GET", "/", new byte[0], "x-auth-token: " + World.TOKEN).status()).isEqualTo(200);
    }

    @Test
    void answersShouldNotBeKeptByAnybody() {
        Reply reply = world.get("/");
        assertThat(reply.header("Cache-Control")).hasValue("no-store");
        assertThat(reply.header("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void tooManyRequestsOfOneSourceOrAccountShouldBe429() {
        for (String rate : List.of("CALLWRIGHT_API_SOURCE_RATE", "CALLWRIGHT_API_ACCOUNT_RATE")) {
            try (World slow = new World(rate, "1")) {
                Reply reply = slow.get("/").is(200);
                for (int i = 0; i < 100 && reply.status() == 200; i++) {
                    reply = slow.get("/");
                }
                reply.isRefusal(429, "Too Many Requests");
                assertThat(reply.header("Retry-After")).hasValue("1");
            }
        }
    }

    @Test
    void accountShouldNotBeHeldUpByAnother() {
        try (World slow = new World("CALLWRIGHT_API_ACCOUNT_RATE", "1")) {
            for (int i = 0; i < 100 && slow.get("/").status() == 200; i++) {
                assertThat(i).isLessThan(99);
            }
            slow.send("GET", "/", new byte[0], World.token(World.OTHER_TOKEN)).is(200);
        }
    }

    @Test
    void wrongTokensShouldLockThemselvesOutAndManyOfThemTheirSource() {
        try (World strict = new World("CALLWRIGHT_LOGIN_FAILURES", "2")) {
            for (int i = 0; i < 2; i++) {
                strict.send("GET", "/", new byte[0], World.token("old")).isRefusal(401, BAD_TOKEN);
            }
            assertThat(strict.send("GET", "/", new byte[0], World.token("old")).is(429).header("Retry-After"))
                    .isPresent();
            strict.get("/").is(200);
            for (int i = 0; i < 18; i++) {
                strict.send("GET", "/", new byte[0], World.token("guess " + i)).is(401);
            }
            strict.get("/").isRefusal(429, "Too Many Requests");
        }
    }

    @Test
    void serverThatFailsShouldSayNoMoreThanThat() {
        world.messages.breakDown();
        world.post("/messages/voice", World.JSON, World.GOOD).isRefusal(500, "Internal Server Error");
    }
}
