package org.callwright.tms.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too large, broken, of no known type, and those that are just large. */
class BadInputTest {

    private static final String PATH = "/messages/voice";
    private static final String BROKEN = "Something went wrong parsing your request JSON";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static String recipients(int count, int garbage) {
        return IntStream.range(0, count)
                .mapToObj(i -> garbage > 0 && i % garbage == 1
                        ? "{\"phone\":\"garbage " + i + "\"}" : "{\"phone\":\"651" + (1_000_000 + i) + "\"}")
                .collect(Collectors.joining(",", "\"recipients\":[", "]"));
    }

    @Test
    void hundredThousandRecipientsShouldBeTakenWithHalfOfThemGarbage() {
        long id = world.create("{" + recipients(100_001, 2) + ",\"say_text\":\"x\"}");
        world.messages.build();
        assertThat(world.get(PATH + "/" + id).object().getJsonObject("recipient_counts").toString())
                .isEqualTo("{\"total\":100001,\"new\":50001,\"sending\":0,\"inconclusive\":0,\"blacklisted\":0,"
                        + "\"canceled\":0,\"sent\":0,\"failed\":50000}");
    }

    @Test
    void bodyOf10MegabytesShouldBeTakenWhenItIsRecipientsAndRefusedWhenItIsText() {
        String large = "{\"say_text\":\"x\"," + recipients(450_000, 0) + "}";
        assertThat(large.length()).isGreaterThan(10_000_000);
        world.post(PATH, World.JSON, large).is(201);
        world.post(PATH, World.JSON, "{\"say_text\":\"" + "x".repeat(10_000_000) + "\"}").isRefusal(400, BROKEN);
    }

    @Test
    void bodyAboveTheLimitShouldBe413WhetherItSaysSoOrNot() {
        try (World small = new World("CALLWRIGHT_TMS_BODY_BYTES", "10000")) {
            String just = "{\"say_text\":\"x\",\"recipients\":[{\"phone\":\"6515551000\"}" + " ".repeat(9_000) + "]}";
            small.post(PATH, World.JSON, just).is(201);
            String more = just.replace("x", "y".repeat(1_000));
            String form = "say_text=x&recipients[][phone]=6515551000&x=" + "y".repeat(10_000);
            for (String[] sent : new String[][] {{World.JSON, more}, {World.FORM, form}}) {
                small.post(PATH, sent[0], sent[1]).isRefusal(413, "Request Entity Too Large");
                String chunk = Integer.toHexString(sent[1].length()) + "\r\n" + sent[1] + "\r\n0\r\n\r\n";
                small.exchange("POST", PATH, chunk.getBytes(UTF_8), World.token(World.TOKEN),
                        "Content-Type: " + sent[0], "Transfer-Encoding: chunked")
                        .isRefusal(413, "Request Entity Too Large");
            }
            assertThat(small.messages.size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[1]", "{\"say_text\":\"x\"", "nonsense", "{\"say_text\":\"x\"} trailing"})
    void brokenJsonShouldBe400(String body) {
        world.post(PATH, World.JSON, body).isRefusal(400, BROKEN);
        world.post("/webhooks", World.JSON, body).isRefusal(400, BROKEN);
    }

    @Test
    void whatIsNotUtf8ShouldBe400() {
        world.send("POST", PATH, "{\"say_text\":\"caf\u00e9\"}".getBytes(ISO_8859_1), World.token(World.TOKEN),
                "Content-Type: application/json").isRefusal(400, BROKEN);
        world.post(PATH, World.FORM, "say_text=%FF&recipients[][phone]=1")
                .isRefusal(400, "Something went wrong parsing your request");
    }

    @Test
    void bombsShouldBe400() {
        world.post(PATH, World.JSON, "{\"a\":".repeat(1_000_000)).isRefusal(400, BROKEN);
        world.post(PATH, World.JSON, "{\"a\":" + "[".repeat(2_000_000)).isRefusal(400, BROKEN);
        world.post(PATH, World.JSON, "{\"a\":" + "9".repeat(2_000_000) + "}").isRefusal(400, BROKEN);
        assertThat(world.messages.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "text/xml", "application/octet-stream"})
    void otherTypesShouldBe415(String type) {
        world.post(PATH, type, World.GOOD).isRefusal(415, "Unsupported Media Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "a/b/c;;;=", "*", "application/json; charset=nonsense", ";", "/"})
    void typesThatAreNoneShouldNotBreakAnything(String type) {
        Reply reply = world.post(PATH, type, World.GOOD);
        assertThat(reply.status()).as(type + " " + reply.body()).isIn(201, 400, 415);
        reply.is(reply.status());
        assertThat(reply.body()).doesNotContain("Exception", "RESTEASY");
    }

    @Test
    void bodyWithoutATypeShouldBe415() {
        world.send("POST", PATH, World.GOOD.getBytes(UTF_8), World.token(World.TOKEN))
                .isRefusal(415, "Unsupported Media Type");
    }
}
