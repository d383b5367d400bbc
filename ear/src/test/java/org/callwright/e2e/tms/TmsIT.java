package org.callwright.e2e.tms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.tms.TmsClient.array;
import static org.callwright.e2e.tms.TmsClient.object;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callwright.e2e.AgainstServer;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp;
import org.callwright.e2e.calls.Eventually;
import org.callwright.e2e.calls.Sounds;
import org.callwright.phone.trunk.TestTrunk;
import org.callwright.phone.trunk.TrunkOptions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messages to the test trunk's numbers, from the request to the last count. */
@AgainstServer
@RunAsClient
class TmsIT {

    private static final String PERSON = "+15005550001";
    private static final String MACHINE = "+15005550002";
    private static final String BUSY = "+15005550004";
    private static final String NOBODY = "+15005550007";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final TmsClient client = new TmsClient(TmsClient.TOKEN);

    private static TestTrunk trunk;

    @BeforeAll
    static void open() {
        trunk = TestTrunk.start(TrunkOptions.onPort(Integer.parseInt(System.getenv("E2E_TRUNK_PORT"))));
    }

    @AfterAll
    static void close() {
        trunk.close();
    }

    private static String message(String fields, String... phones) {
        return Stream.of(phones).map(phone -> "{\"phone\":\"" + phone + "\"}")
                .collect(Collectors.joining(",", "{" + fields + ",\"recipients\":[", "]}"));
    }

    private JsonObject completed(String href) {
        return Eventually.find(LONG_ENOUGH, () -> client.get(href).body(), () -> Optional.of(
                object(client.get(href), 200)).filter(found -> found.getString("status").equals("completed")));
    }

    private List<String> phones(String href) {
        return array(client.get(href), 200).stream().map(JsonValue::asJsonObject)
                .map(recipient -> recipient.getString("phone")).toList();
    }

    @Test
    void messageShouldReachThoseWhoAnswerAndSayWhatBecameOfTheOthers() {
        String events = "/tms/sent";
        WebApp application = ServerUnderTest.webApp();
        application.answer(events, WebApp.Answer.status(200));
        JsonObject webhook = object(client.post("/webhooks", "{\"url\":\"" + application.url(events)
                + "\",\"event_type\":\"sent\"}"), 201);

        JsonObject made = object(client.post("/messages/voice", message(
                "\"say_text\":\"The schools are closed today. Please stay at home.\"", "(500) 555-0001", MACHINE, BUSY,
                NOBODY, "garbage", PERSON)), 201);
        String self = made.getJsonObject("_links").getString("self");
        assertThat(made.getString("from_number")).isEqualTo("+15550001");

        JsonObject over = completed(self);
        assertThat(over.getJsonObject("recipient_counts").toString()).isEqualTo("{\"total\":5,\"new\":0,\"sending\":0,"
                + "\"inconclusive\":0,\"blacklisted\":0,\"canceled\":0,\"sent\":2,\"failed\":3}");
        assertThat(over.getJsonObject("recipient_detail_counts").toString())
                .isEqualTo("{\"busy\":1,\"no_answer\":0,\"human\":1,\"machine\":1}");
        assertThat(phones(self + "/recipients"))
                .containsExactly("(500) 555-0001", MACHINE, BUSY, NOBODY, "garbage");
        assertThat(phones(self + "/recipients/sent")).containsExactly("(500) 555-0001", MACHINE);
        assertThat(phones(self + "/recipients/human")).containsExactly("(500) 555-0001");
        assertThat(phones(self + "/recipients/machine")).containsExactly(MACHINE);
        assertThat(phones(self + "/recipients/busy")).containsExactly(BUSY);
        assertThat(phones(self + "/recipients/no_answer")).isEmpty();
        assertThat(phones(self + "/recipients/could_not_connect")).containsExactly(NOBODY, "garbage");
        for (String number : List.of(PERSON, MACHINE, BUSY, NOBODY)) {
            assertThat(trunk.tally().of(number).invites()).as(number).isEqualTo(1);
        }

        application.await(events, 2, LONG_ENOUGH);
        assertThat(application.requests(events)).hasSize(2).allSatisfy(told -> {
            assertThat(told.parameter("status")).isEqualTo("sent");
            assertThat(told.parameter("message_type")).isEqualTo("voice");
            assertThat(told.parameter("message_url")).isEqualTo(ServerUnderTest.http() + self);
            assertThat(told.parameter("sid")).isEqualTo(object(client.get("/"), 200).getString("sid"));
        });
        assertThat(client.delete(webhook.getJsonObject("_links").getString("self")).statusCode()).isEqualTo(204);
    }

    @Test
    void messageThatIsCancelledShouldComplete() {
        JsonObject made = object(client.post("/messages/voice", message("\"say_text\":\"Never mind.\","
                + "\"max_retries\":5,\"retry_delay\":3600", "+15006660004")), 201);
        String self = made.getJsonObject("_links").getString("self");
        Eventually.find(LONG_ENOUGH, () -> "one attempt", () -> Optional.of(trunk.tally().of("+15006660004").invites())
                .filter(invites -> invites == 1));
        client.delete(self);
        JsonObject over = completed(self);
        assertThat(over.getJsonObject("recipient_counts").getInt("canceled")
                + over.getJsonObject("recipient_counts").getInt("failed")).isEqualTo(1);
    }

    @Test
    void fileShouldBeFetchedOnceForAllWhoHearIt() {
        String file = "/tms/hello.wav";
        WebApp application = ServerUnderTest.webApp();
        application.answer(file, WebApp.Answer.of(200, "audio/wav", Sounds.wav(Sounds.tone(500, 2_000), 8_000)));
        JsonObject made = object(client.post("/messages/voice", message(
                "\"play_url\":\"" + application.url(file) + "\"", "+15007770001", "+15008880001")), 201);
        JsonObject over = completed(made.getJsonObject("_links").getString("self"));
        assertThat(over.getJsonObject("recipient_detail_counts").getInt("human")).isEqualTo(2);
        assertThat(application.requests(file)).hasSize(1);
    }

    @Test
    void largeMessageShouldBeTakenAtOnceAndCalledOff() {
        String[] phones = IntStream.range(0, 100_001)
                .mapToObj(i -> i % 2 == 0 ? "+1500" + (2_000_000 + i) : "garbage " + i).toArray(String[]::new);
        JsonObject made = object(client.post("/messages/voice", message("\"say_text\":\"Never mind.\"", phones)), 201);
        String self = made.getJsonObject("_links").getString("self");
        object(client.delete(self), 200);
        JsonObject counts = completed(self).getJsonObject("recipient_counts");
        assertThat(counts.getInt("new") + counts.getInt("sending")).isZero();
        assertThat(counts.getInt("sent")).isLessThan(1_000);
        HttpResponse<String> page = client.get(self + "/recipients?page_size=100");
        assertThat(page.headers().firstValue("Link").isPresent()).isEqualTo(counts.getInt("total") > 100);
        object(client.post("/messages/voice", "{\"say_text\":\"x\",\"recipients\":[{\"phone\":\"\"}]}"), 422);
    }
}
