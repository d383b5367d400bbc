package org.callwright.telesign.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.callwright.telesign.CustomerStore;
import org.callwright.telesign.MessageType;
import org.callwright.telesign.PrefixRule;
import org.callwright.telesign.StatusCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The API as its clients meet it: paths, methods, both ways to authenticate, and JSON whatever happens. */
class VoiceServletTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static void assertJson(World.Reply reply, int status, int code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().getJsonObject("status").getString("updated_on"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(reply.description()).isNotBlank();
    }

    private static String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
    }

    /** Written against the documentation, not with our own code. */
    private static String[] signed(String method, String contentType, String body, String path, String nonce)
            throws Exception {
        String date = date();
        String text = method + "\n" + contentType + "\n" + date + "\nx-ts-auth-method:HMAC-SHA256\nx-ts-nonce:" + nonce
                + "\n" + (body.isEmpty() ? "" : body + "\n") + path;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(World.KEY), "HmacSHA256"));
        return new String[] {"Authorization: TSA " + World.ID + ":"
                + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8))), "Date: " + date,
            "x-ts-auth-method: HMAC-SHA256", "x-ts-nonce: " + nonce, "Content-Type: " + contentType};
    }

    @Test
    void acceptedCallShouldBe201AndItsStatus200() {
        World.Reply placed = world.post(World.GOOD + "&caller_id=15550001");
        assertJson(placed, 201, 103);
        String reference = placed.json().getString("reference_id");
        assertThat(reference).matches("[0-9A-F]{32}");
        assertThat(placed.json().getJsonObject("voice").getString("caller_id")).isEqualTo("15550001");

        assertJson(world.get("/v1/voice/" + reference), 200, 103);
        world.transactions.settle(reference, StatusCode.ANSWERED, Optional.of("1"), Instant.now());
        World.Reply over = world.get("/v1/voice/" + reference.toLowerCase());
        assertJson(over, 200, 100);
        assertThat(over.json().getString("reference_id")).isEqualTo(reference);
        assertThat(over.json().getJsonObject("voice").getString("user_input")).isEqualTo("1");
    }

    @Test
    void answerShouldHaveNoVoiceWhenThereIsNothingToSayInIt() {
        assertThat(world.post(World.GOOD).json().containsKey("voice")).isFalse();
    }

    @Test
    void blockedNumberShouldBe200AtOnce() {
        world.customers.replaceBlocked(CustomerStore.PLATFORM, List.of("16515551000"));
        assertJson(world.post(World.GOOD), 200, 130);
    }

    @Test
    void forbiddenTypeShouldBe400() {
        world.customers.replaceRules(List.of(new PrefixRule("1", Optional.of(MessageType.ARN))));
        assertJson(world.post(World.GOOD), 400, 10034);
    }

    @Test
    void signedRequestsShouldComeInWithTheBodyAsItWasSent() throws Exception {
        String body = "voice=f-fr-FR&phone_number=16515551000&message_type=ARN"
                + "&message=Bonjour%2C%20%C3%A7a%20va+%7E*-_.";
        String type = "application/x-www-form-urlencoded";
        assertJson(world.send("POST", "/v1/voice", body, signed("POST", type, body, "/v1/voice", "n1")), 201, 103);
        String path = "/v1/voice/0123456789ABCDEF0123456789ABCDEF";
        assertJson(world.send("GET", path, "", signed("GET", "", "", path, "n2")), 404, 10017);
        assertJson(world.send("GET", path + "?x=y%20z", "", signed("GET", "", "", path, "n3")), 404, 10017);
        assertJson(world.send("POST", "/v1/voice", body + "&x=1", signed("POST", type, body, "/v1/voice", "n4")), 401,
                10008);
        assertJson(world.send("POST", "/v1/voice", body, signed("POST", type, body, "/v1/voice", "n1")), 401, 10002);
    }

    @Test
    void emptyContentTypeOnGetShouldBeNoProblem() {
        assertJson(world.send("GET", "/v1/voice/0123456789ABCDEF0123456789ABCDEF", "", World.basic(), "Content-Type:"),
                404, 10017);
    }

    @Test
    void whoIsNotLetInShouldBeToldWhy() {
        assertJson(world.send("POST", "/v1/voice", World.GOOD, FORM), 401, 10009);
        assertJson(world.send("POST", "/v1/voice", World.GOOD, FORM, "Authorization: Bearer x"), 401, 10028);
        assertJson(world.send("GET", "/v1/voice/x", ""), 401, 10009);
    }

    @Test
    void referenceThatIsNoneShouldBe400() {
        assertJson(world.get("/v1/voice/123"), 400, 11011);
        assertJson(world.get("/v1/voice/0123456789ABCDEF0123456789ABCDEG"), 400, 11011);
        assertJson(world.get("/v1/voice/"), 400, 11011);
    }

    @Test
    void otherPathsAndMethodsShouldBeRefusedInJson() {
        assertJson(world.get("/v1"), 404, 404);
        assertJson(world.get("/v1/"), 404, 404);
        assertJson(world.get("/v1/messaging"), 404, 404);
        assertJson(world.get("/v1/voice/a/b"), 404, 404);
        assertJson(world.get("/v1/refusal"), 404, 404);
        World.Reply get = world.get("/v1/voice");
        assertJson(get, 405, 405);
        assertThat(get.header("Allow")).hasValue("POST");
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            World.Reply refused = world.send(method, "/v1/voice/0123456789ABCDEF0123456789ABCDEF", "", World.basic());
            assertJson(refused, 405, 405);
            assertThat(refused.header("Allow")).hasValue("GET");
        }
    }

    @Test
    void bodyThatIsNoFormOrTooLargeShouldBeRefusedInJson() {
        assertJson(world.send("POST", "/v1/voice", "{}", World.basic(), "Content-Type: application/json"), 400, 400);
        assertJson(world.send("POST", "/v1/voice", World.GOOD, World.basic()), 400, 400);
        assertJson(world.post("message=" + "x".repeat(600_000)), 413, 413);
        assertThat(world.send("POST", "/v1/voice", World.GOOD, World.basic(),
                "Content-Type: Application/X-WWW-form-urlencoded; charset=UTF-8").status()).isEqualTo(201);
    }

    @Test
    void serverThatFailsShouldSaySoInJson() {
        world.customers.broken = true;
        assertJson(world.post(World.GOOD), 500, 500);
        world.close();
        world = new World("CALLWRIGHT_TRUNK", "");
        assertJson(world.post(World.GOOD), 503, 10000);
    }

    @Test
    void tooManyRequestsShouldBe429WithATimeToWait() {
        world.close();
        world = new World("CALLWRIGHT_TELESIGN_CUSTOMER_RATE", "1", "CALLWRIGHT_TELESIGN_DESTINATION_CALLS", "1");
        world.post(World.GOOD);
        World.Reply capped = world.post(World.GOOD);
        assertJson(capped, 429, 10020);
        assertThat(capped.header("Retry-After")).hasValue("3600");
        World.Reply tooFast = world.post(World.GOOD);
        assertJson(tooFast, 429, 10019);
        assertThat(tooFast.header("Retry-After")).hasValue("1");
    }
}
