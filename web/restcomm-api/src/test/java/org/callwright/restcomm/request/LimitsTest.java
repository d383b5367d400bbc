package org.callwright.restcomm.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.GLOBEX;
import static org.callwright.restcomm.World.basic;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks too often is told when to come back. */
class LimitsTest {

    private static final String SAYS = "/restcomm/2012-04-24/Accounts/" + ACME.sid() + "/Says";

    @TempDir
    Path folder;

    private HttpResponse<String> ask(World world, String authorization) {
        return world.send(world.request(SAYS).header("Authorization", authorization));
    }

    private static void refused(HttpResponse<String> response, String error) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(429);
        assertThat(response.body()).contains(error);
        assertThat(Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 60);
    }

    @Test
    void wrongPasswordsShouldLockTheUserOutThoughTheRightOneFollows() {
        try (World world = new World(folder, "/restcomm", Map.of("CALLWRIGHT_LOGIN_FAILURES", "3"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(ask(world, basic(ACME.email(), "wrong" + i)).statusCode()).isEqualTo(401);
            }
            refused(ask(world, basic(ACME.email(), "acme")), "CWAPI4022");
            assertThat(world.getOwn(GLOBEX, "Says").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void accountThatAsksTooOftenShouldWaitAndOthersNot() {
        try (World world = new World(folder, "/restcomm", Map.of("CALLWRIGHT_API_ACCOUNT_RATE", "1"))) {
            assertThat(ask(world, basic(ACME)).statusCode()).isEqualTo(200);
            HttpResponse<String> last = ask(world, basic(ACME));
            for (int i = 0; i < 20 && last.statusCode() == 200; i++) {
                last = ask(world, basic(ACME));
            }
            refused(last, "CWAPI4021");
            assertThat(world.getOwn(GLOBEX, "Says").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void sourceThatAsksTooOftenShouldWaitWhateverItAsksFor() {
        try (World world = new World(folder, "/restcomm", Map.of("CALLWRIGHT_API_SOURCE_RATE", "1"))) {
            HttpResponse<String> last = world.send(world.request("/restcomm/recordings/RE" + "1".repeat(32) + ".wav"));
            for (int i = 0; i < 20 && last.statusCode() != 429; i++) {
                last = world.send(world.request("/restcomm/recordings/RE" + "1".repeat(32) + ".wav"));
            }
            refused(last, "<Error>CWAPI4021</Error>");
            refused(world.getOwn(ACME, "Calls.json"), "{\"message\":\"Too many requests from your address\"");
        }
    }
}
