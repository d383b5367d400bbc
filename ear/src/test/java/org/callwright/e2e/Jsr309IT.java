package org.callwright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The media driver of JSR 309 in the packaged server, where nobody has brought an implementation. */
class Jsr309IT {

    @Test
    void serverShouldNotStartAndShouldSayWhatToSet() throws IOException {
        assertDoesNotStart("", "name its jars by CALLWRIGHT_JSR309_JARS, or a module of the server by");
    }

    @Test
    void moduleThatIsNotThereShouldBeNamed() throws IOException {
        assertDoesNotStart("com.vendor.mscontrol", "module com.vendor.mscontrol can't be loaded");
    }

    private static void assertDoesNotStart(String module, String reason) throws IOException {
        try (OwnServer server = OwnServer.named("jsr309")) {
            server.set("CALLWRIGHT_MEDIA_DRIVER", "jsr309");
            server.set("CALLWRIGHT_JSR309_MODULE", module);
            Command start = server.command("start");
            assertThat(start.exitCode()).as(start.output()).isNotZero();
            assertThat(start.output()).contains("CWMED1702: there is no JSR 309 implementation: " + reason);
        }
    }
}
