package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.e2e.AgainstServer;
import org.callwright.e2e.RestClient;
import org.callwright.e2e.ServerUnderTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last class of the suite: all those calls have left their records, and nothing else. */
@AgainstServer
@RunAsClient
@Order(Integer.MAX_VALUE)
class AfterwardsIT {

    /** A transaction may stay for 32 s behind its last message (RFC 3261 section 17, timers H and J). */
    private static final Duration LAST_TRANSACTION = Duration.ofSeconds(45);

    private static List<JsonObject> rows(String resource, String key) {
        return ServerUnderTest.account().json(Records.ACCOUNT + "/" + resource + ".json?PageSize=1000")
                .getJsonArray(key).getValuesAs(JsonObject.class);
    }

    private static Stream<String> recordings(RestClient account, String sid, String extension) {
        return account.json("/restcomm/2012-04-24/Accounts/" + sid + "/Recordings.json?PageSize=1000")
                .getJsonArray("recordings").getValuesAs(JsonObject.class).stream()
                .map(recording -> recording.getString("sid") + extension);
    }

    @Test
    void everyCallShouldHaveItsFinalRecord() {
        List<JsonObject> ended = Eventually.find(() -> "calls without an end: " + open(), () -> open().isEmpty()
                ? Optional.of(rows("Calls", "calls")) : Optional.empty());
        assertThat(ended).isNotEmpty().allSatisfy(call -> assertThat(call)
                .containsKeys("date_created", "from", "to", "direction", "end_time", "duration"));
    }

    private static List<JsonObject> open() {
        return rows("Calls", "calls").stream()
                .filter(call -> !Records.FINAL.contains(call.getString("status"))).toList();
    }

    @Test
    void sipContainerShouldHoldNothing() throws IOException {
        int port = Integer.parseInt(System.getenv("CALLWRIGHT_MANAGEMENT_PORT"));
        try (ModelControllerClient management = ModelControllerClient.Factory.create("127.0.0.1", port)) {
            for (String metric : List.of("active-application-sessions", "active-sip-sessions", "waiting-messages")) {
                Eventually.find(LAST_TRANSACTION, () -> metric + " is " + sipMetric(management, metric),
                        () -> Optional.of(sipMetric(management, metric)).filter(count -> count == 0));
            }
        }
    }

    private static long sipMetric(ModelControllerClient management, String name) {
        try {
            ModelNode outcome = management.execute(Operations.createReadAttributeOperation(
                    Operations.createAddress("subsystem", "sip-servlets"), name));
            assertThat(Operations.isSuccessfulOutcome(outcome)).as(outcome.toString()).isTrue();
            return Operations.readResult(outcome).asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyFileShouldBelongToARecording() throws IOException {
        List<String> listed = Stream.concat(
                recordings(ServerUnderTest.account(), ServerUnderTest.ACCOUNT, ".wav"),
                recordings(ServerUnderTest.gsmAccount(), ServerUnderTest.GSM_ACCOUNT, ".gsm")).toList();
        try (Stream<Path> files = Files.list(ServerUnderTest.data().resolve("recordings"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(listed);
        }
    }
}
