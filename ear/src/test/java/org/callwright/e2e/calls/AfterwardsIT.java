package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.e2e.AgainstServer;
import org.callwright.e2e.ServerUnderTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last class of the suite: all those calls have left their records, and nothing else. */
@AgainstServer
@RunAsClient
@Order(Integer.MAX_VALUE)
class AfterwardsIT {

    private static List<JsonObject> rows(String resource, String key) {
        return ServerUnderTest.account().json(Records.ACCOUNT + "/" + resource + ".json?PageSize=1000")
                .getJsonArray(key).getValuesAs(JsonObject.class);
    }

    @Test
    void everyCallShouldHaveItsFinalRecord() {
        List<JsonObject> ended = Eventually.find(() -> "calls without an end: " + open(), () -> open().isEmpty()
                ? Optional.of(rows("Calls", "calls")) : Optional.empty());
        assertThat(ended).isNotEmpty().allSatisfy(call ->
                assertThat(call.getString("end_time")).isGreaterThanOrEqualTo(call.getString("start_time")));
    }

    private static List<JsonObject> open() {
        return rows("Calls", "calls").stream()
                .filter(call -> !Records.FINAL.contains(call.getString("status"))).toList();
    }

    @Test
    void everyFileShouldBelongToARecording() throws IOException {
        List<String> listed = rows("Recordings", "recordings").stream()
                .map(recording -> recording.getString("sid") + ".wav").toList();
        try (Stream<Path> files = Files.list(ServerUnderTest.data().resolve("recordings"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(listed);
        }
    }
}
