package org.callwright.tms.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.tms.Content;
import org.callwright.tms.Detail;
import org.callwright.tms.Recipient;
import org.callwright.tms.RecipientStatus;
import org.callwright.tms.TmsMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as clients make, read and cancel them. */
class MessagesTest {

    private static final String PATH = "/messages/voice";
    private static final String PHONES = "\"recipients\":[{\"phone\":\"6515551000\"},{\"phone\":\"(651) 555-1001\"}]";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Reply post(String json) {
        return world.post(PATH, World.JSON, json);
    }

    private TmsMessage made(String fields) {
        return world.messages.message(world.create("{" + fields + "," + PHONES + "}"));
    }

    private JsonObject errors(String fields) {
        Reply reply = post("{" + fields + (fields.isEmpty() ? "" : ",") + PHONES + "}");
        assertThat(world.messages.size()).isZero();
        return reply.is(422).object().getJsonObject("errors");
    }

    @Test
    void rootShouldLeadToWhatThereIs() {
        assertThat(world.get("/").is(200).body()).isEqualTo("{\"sid\":\"00000000000000000000000000000001\","
                + "\"_links\":[{\"self\":\"/\"},{\"voice_messages\":\"/messages/voice\"},"
                + "{\"webhooks\":\"/webhooks\"}]}");
    }

    @Test
    void newMessageShouldBeShownWhole() {
        Reply reply = post("{\"play_url\":\"http://www.example.com/media/hello.wav\"," + PHONES + "}").is(201);
        assertThat(reply.header("Location")).hasValue("/messages/voice/1");
        assertThat(reply.body()).isEqualTo("{\"id\":1,\"play_url\":\"http://www.example.com/media/hello.wav\","
                + "\"recipient_detail_counts\":{\"busy\":0,\"no_answer\":0,\"human\":0,\"machine\":0},"
                + "\"from_number\":\"+15551234567\",\"created_at\":\"2014-10-07T17:27:12Z\",\"status\":\"new\","
                + "\"_links\":{\"self\":\"/messages/voice/1\",\"recipients\":\"/messages/voice/1/recipients\","
                + "\"failed\":\"/messages/voice/1/recipients/failed\",\"sent\":\"/messages/voice/1/recipients/sent\","
                + "\"human\":\"/messages/voice/1/recipients/human\","
                + "\"machine\":\"/messages/voice/1/recipients/machine\","
                + "\"busy\":\"/messages/voice/1/recipients/busy\","
                + "\"no_answer\":\"/messages/voice/1/recipients/no_answer\","
                + "\"could_not_connect\":\"/messages/voice/1/recipients/could_not_connect\"},"
                + "\"recipient_counts\":{\"total\":0,\"new\":0,\"sending\":0,\"inconclusive\":0,\"blacklisted\":0,"
                + "\"canceled\":0,\"sent\":0,\"failed\":0}}");
    }

    @Test
    void countsShouldAgreeWithRecipientsUntilTheMessageIsCompleted() {
        long id = world.create("{\"say_text\":\"Hello\"," + PHONES + "}");
        world.messages.build();
        List<Recipient> recipients = world.messages.recipients(id);
        assertThat(world.get(PATH + "/" + id).object().getString("status")).isEqualTo("queued");
        world.messages.settle(id, recipients.get(0).id(), RecipientStatus.SENT, Optional.of(Detail.MACHINE),
                Optional.empty());
        JsonObject sending = world.get(PATH + "/" + id).object();
        assertThat(sending.getString("status")).isEqualTo("sending");
        assertThat(sending.containsKey("completed_at")).isFalse();
        world.messages.settle(id, recipients.get(1).id(), RecipientStatus.FAILED, Optional.of(Detail.BUSY),
                Optional.empty());
        JsonObject over = world.get(PATH + "/" + id).is(200).object();
        assertThat(over.getString("status")).isEqualTo("completed");
        assertThat(over.getString("completed_at")).isEqualTo("2014-10-07T17:27:12Z");
        assertThat(over.getJsonObject("recipient_counts").toString()).isEqualTo("{\"total\":2,\"new\":0,\"sending\":0,"
                + "\"inconclusive\":0,\"blacklisted\":0,\"canceled\":0,\"sent\":1,\"failed\":1}");
        assertThat(over.getJsonObject("recipient_detail_counts").toString())
                .isEqualTo("{\"busy\":1,\"no_answer\":0,\"human\":0,\"machine\":1}");
    }

    @Test
    void listShouldShowTheNewestFirstAndLessOfEach() {
        world.create("{\"say_text\":\"Test Message!\"," + PHONES + "}");
        world.create("{\"play_url\":\"http://www.example.com/a.wav\"," + PHONES + "}");
        JsonArray list = world.get(PATH).is(200).array();
        assertThat(list).hasSize(2);
        assertThat(list.getJsonObject(0).keySet())
                .containsExactly("id", "play_url", "created_at", "status", "_links");
        assertThat(list.getJsonObject(1).keySet())
                .containsExactly("id", "say_text", "created_at", "status", "_links");
        assertThat(list.getJsonObject(0).getJsonObject("_links").keySet()).containsExactly("self", "recipients",
                "failed", "sent", "human", "machine", "busy", "no_answer", "could_not_connect");
        assertThat(world.get(PATH + "?sort_order=ASC").array().getJsonObject(0).getInt("id")).isEqualTo(1);
    }

    @Test
    void longListShouldComeInPages() {
        for (int i = 0; i < 101; i++) {
            world.create("{\"say_text\":\"" + i + "\"," + PHONES + "}");
        }
        Reply first = world.get(PATH);
        assertThat(first.array()).hasSize(50);
        assertThat(first.header("Link")).hasValue(
                "</messages/voice?page=2>; rel=\"next\", </messages/voice?page=3>; rel=\"last\"");
        Reply second = world.get(PATH + "/page/2");
        assertThat(second.header("Link")).hasValue("</messages/voice?page=1>; rel=\"first\", "
                + "</messages/voice?page=1>; rel=\"prev\", </messages/voice?page=3>; rel=\"next\", "
                + "</messages/voice?page=3>; rel=\"last\"");
        assertThat(second.body()).isEqualTo(world.get(PATH + "?page=2").body());
        assertThat(world.get(PATH + "?page=3").array()).hasSize(1);
        assertThat(world.get(PATH + "?page=4").is(200).body()).isEqualTo("[]");
        assertThat(world.get(PATH + "?page=nonsense").body()).isEqualTo(first.body());
        assertThat(world.get(PATH + "?page_size=100").array()).hasSize(100);
    }

    @Test
    void blankMessageShouldBeRefusedAsTheDocumentationSays() {
        for (String body : List.of("{}", "{\"play_url\":null,\"say_text\":\" \"}", "{\"recipients\":[]}")) {
            assertThat(post(body).is(422).body()).isEqualTo("{\"play_url\":null,"
                    + "\"recipient_detail_counts\":{\"busy\":0,\"no_answer\":0,\"human\":0,\"machine\":0},"
                    + "\"from_number\":\"+15551234567\",\"created_at\":null,\"status\":\"new\","
                    + "\"_links\":{\"self\":\"/messages/voice\"},"
                    + "\"errors\":{\"play_url\":[\"can't be blank\"],\"say_text\":[\"can't be blank\"]}}");
        }
        assertThat(world.messages.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"play_url\":\"ftp://a.example/x.wav\"|play_url|is invalid",
        "\"play_url\":\"http:///x.wav\"|play_url|is invalid",
        "\"play_url\":\"http://u:p@a.example/x.wav\"|play_url|is invalid",
        "\"play_url\":\"nonsense with blanks\"|play_url|is invalid",
        "\"say_text\":\"a\\u0000b\"|say_text|is invalid",
        "\"say_text\":\"a\\ud800b\"|say_text|is invalid",
        "\"say_text\":\"x\",\"from_number\":\"+15550000000\"|from_number|is not authorized to send on this account",
        "\"say_text\":\"x\",\"from_number\":\"5551234567\"|from_number|is not authorized to send on this account",
        "\"say_text\":\"x\",\"max_retries\":11|max_retries|must be less than or equal to 10",
        "\"say_text\":\"x\",\"retries\":-1|max_retries|must be greater than or equal to 0",
        "\"say_text\":\"x\",\"max_retries\":\"many\"|max_retries|is not a number",
        "\"say_text\":\"x\",\"max_retries\":1.5|max_retries|is not a number",
        "\"say_text\":\"x\",\"max_retries\":99999999999|max_retries|is not a number",
        "\"say_text\":\"x\",\"retry_delay\":86401|retry_delay|must be less than or equal to 86400",
    })
    void fieldThatCannotBeUsedShouldBeNamed(String fields, String field, String text) {
        assertThat(errors(fields).toString()).isEqualTo("{\"" + field + "\":[\"" + text + "\"]}");
    }

    @Test
    void textsShouldHaveTheirLengthAndNoMore() {
        String longest = "\ud83d\ude00".repeat(1_000);
        assertThat(made("\"say_text\":\"" + longest + "\"").content()).isEqualTo(new Content.Say(longest));
        assertThat(post("{\"say_text\":\"" + "x".repeat(1_601) + "\"," + PHONES + "}").is(422).object()
                .getJsonObject("errors").toString())
                .isEqualTo("{\"say_text\":[\"is too long (maximum is 1000 characters)\"]}");
        String url = "http://a.example/" + "x".repeat(495);
        assertThat(made("\"play_url\":\"" + url + "\"").content()).isEqualTo(new Content.Play(URI.create(url)));
        assertThat(post("{\"play_url\":\"" + url + "x\"," + PHONES + "}").is(422).object()
                .getJsonObject("errors").toString())
                .isEqualTo("{\"play_url\":[\"is too long (maximum is 512 characters)\"]}");
    }

    @Test
    void fieldsShouldReachTheMessage() {
        TmsMessage message = made("\"say_text\":\"x\",\"from_number\":\"+15557654321\",\"max_retries\":\"3\","
                + "\"retry_delay\":60,\"unknown\":{\"a\":[1]}");
        assertThat(message.fromNumber()).hasValue("+15557654321");
        assertThat(message.retries()).isEqualTo(3);
        assertThat(message.retryDelay()).isEqualTo(Duration.ofMinutes(1));
        TmsMessage plain = made("\"say_text\":\"y\",\"retries\":2,\"play_url\":\"https://a.example/x.wav\"");
        assertThat(plain.content()).as("what is played wins")
                .isEqualTo(new Content.Play(URI.create("https://a.example/x.wav")));
        assertThat(plain.retries()).isEqualTo(2);
        assertThat(plain.retryDelay()).isEqualTo(Duration.ofSeconds(300));
        assertThat(made("\"say_text\":\"z\"").retries()).isZero();
    }

    @Test
    void accountWithoutNumbersShouldShowNone() {
        Reply reply = world.send("POST", PATH, World.GOOD.getBytes(UTF_8), World.token(World.OTHER_TOKEN),
                "Content-Type: application/json").is(201);
        assertThat(reply.object().get("from_number")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "[{\"phone\":\"\"},{\"phone\":null},\"6515551000\",6515551000]", "null",
        "[{\"phone\":\"\\n\"},{\"phone\":\"651\\u0000\"},{\"phone\":\"\\udc00\"}]"})
    void messageToNobodyShouldBeRefused(String recipients) {
        assertThat(post("{\"say_text\":\"x\",\"recipients\":" + recipients + "}").is(422).object()
                .getJsonObject("errors").toString())
                .isEqualTo("{\"recipients\":[\"must contain at least one valid recipient\"]}");
        assertThat(world.messages.size()).isZero();
    }

    @Test
    void somebodyShouldBeAmongTheFirst500() {
        String nobody = "{\"phone\":\"\"},";
        String somebody = "{\"phone\":\"6515551000\"}";
        String rest = "{\"say_text\":\"x\",\"recipients\":[";
        post(rest + nobody.repeat(499) + somebody + "]}").is(201);
        post(rest + nobody.repeat(500) + somebody + "]}").is(422);
    }

    @Test
    void usableRecipientsShouldBeTakenAsTheyAre() {
        long id = world.create("{\"recipients\":[{\"phone\":\"6515551000\"},{\"phone\":6515551001},{\"phone\":\"abc\"},"
                + "{\"phone\":null},{\"phone\":\"" + "1".repeat(257) + "\"},{\"phone\":\"(651) 555-1000\"}],"
                + "\"say_text\":\"behind\"}");
        world.messages.build();
        assertThat(world.messages.recipients(id)).extracting(Recipient::phone)
                .containsExactly("6515551000", "6515551001", "abc");
    }

    @Test
    void formsShouldMakeMessagesToo() {
        Reply rails = world.post(PATH, World.FORM, "say_text=Hello+there&recipients[][phone]=6515551000"
                + "&recipients%5B%5D%5Bphone%5D=%28651%29+555-1001").is(201);
        Reply json = world.post(PATH, World.FORM, "say_text=Hello+again&recipients=%5B%7B%22phone%22%3A%226515551000"
                + "%22%7D%2C%7B%22phone%22%3A%22%28651%29+555-1001%22%7D%5D").is(201);
        world.messages.build();
        for (Reply reply : List.of(rails, json)) {
            assertThat(world.messages.recipients(reply.object().getInt("id"))).extracting(Recipient::phone)
                    .containsExactly("6515551000", "(651) 555-1001");
        }
        assertThat(rails.object().getString("say_text")).isEqualTo("Hello there");
    }

    @Test
    void whatOneClientSendsShouldBeTaken() {
        post("{\"play_url\":null,\"say_text\":\"hi\",\"from_number\":null,\"recipients\":[{\"phone\":\"6515551000\"},"
                + "{\"phone\":null}],\"sent\":[],\"failed\":[]}").is(201);
        world.post(PATH, "application/json;", "{\"message\":" + World.GOOD + "}").is(201);
    }

    @Test
    void sameRequestTwiceShouldMakeOneMessage() {
        Reply first = post(World.GOOD);
        assertThat(post(World.GOOD).is(201).body()).isEqualTo(first.body());
        post(World.GOOD.replace("Hello", "Hello!")).is(201);
        assertThat(world.messages.size()).isEqualTo(2);
        for (String text : List.of("a", "b")) {
            world.send("POST", PATH, World.GOOD.replace("Hello", text).getBytes(UTF_8), World.token(World.TOKEN),
                    "Content-Type: application/json", "Idempotency-Key: order-7").is(201);
        }
        assertThat(world.messages.size()).isEqualTo(3);
        world.send("POST", PATH, World.GOOD.getBytes(UTF_8), World.token(World.OTHER_TOKEN),
                "Content-Type: application/json").is(201);
        assertThat(world.messages.size()).isEqualTo(4);
    }

    @Test
    void cancelledMessageShouldCallNobodyMore() {
        long id = world.create("{\"say_text\":\"x\"," + PHONES + "}");
        world.messages.build();
        world.messages.settle(id, world.messages.recipients(id).get(0).id(), RecipientStatus.SENT,
                Optional.of(Detail.HUMAN), Optional.empty());
        Reply cancelled = world.send("DELETE", PATH + "/" + id, new byte[0], World.token(World.TOKEN)).is(200);
        JsonObject counts = cancelled.object().getJsonObject("recipient_counts");
        assertThat(counts.getInt("canceled")).isEqualTo(1);
        assertThat(counts.getInt("sent")).isEqualTo(1);
        assertThat(cancelled.object().getString("status")).isEqualTo("completed");
        assertThat(world.send("DELETE", PATH + "/" + id, new byte[0], World.token(World.TOKEN)).is(200).body())
                .isEqualTo(cancelled.body());
    }
}
