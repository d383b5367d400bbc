package org.callwright.e2e.tms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.tms.TmsClient.array;
import static org.callwright.e2e.tms.TmsClient.object;

import java.net.http.HttpResponse;
import org.callwright.e2e.AgainstServer;
import org.callwright.e2e.ServerUnderTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What is at the root of the host, and that the other dialects keep their places beside it. */
@AgainstServer
@RunAsClient
class RootIT {

    private final TmsClient client = new TmsClient(TmsClient.TOKEN);

    @Test
    void rootShouldBeJsonAndLeaveTheOtherDialectsWhatIsTheirs() {
        assertThat(object(client.get("/"), 200).getString("sid")).isEqualTo(ServerUnderTest.ACCOUNT.substring(2));
        assertThat(array(client.get("/messages/voice?page=1000"), 200)).isEmpty();
        TmsClient stranger = new TmsClient("");
        assertRefused(stranger.get("/"), 401, "Invalid authentication token");
        assertRefused(new TmsClient("guess").get("/messages/voice"), 401, "Invalid authentication token");
        assertRefused(stranger.get("/nothing"), 404, "Not Found");
        assertRefused(stranger.get("/index.html"), 404, "Not Found");
        assertRefused(stranger.get("/refused"), 404, "Not Found");
        assertRefused(client.get("/messages/voice/999999999"), 404, "Not Found");
        HttpResponse<String> posted = client.post("/", "{}");
        assertRefused(posted, 405, "Method Not Allowed");
        assertThat(posted.headers().firstValue("Allow")).hasValue("GET");
        assertRefused(client.post("/messages/voice", "{"), 400, "Something went wrong parsing your request JSON");
        assertThat(object(client.post("/messages/voice", "{}"), 422).getJsonObject("errors").keySet())
                .containsExactly("play_url", "say_text");

        assertThat(stranger.get("/v1/voice/123").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/restcomm/2012-04-24/Accounts").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/api/2012-04-24/Accounts").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/restcomm/docs").statusCode()).isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String text) {
        assertThat(response.statusCode()).as(response.uri() + " " + response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(response.body()).isEqualTo("{\"error\":\"" + text + "\"}");
    }
}
