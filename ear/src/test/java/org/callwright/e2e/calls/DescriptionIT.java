package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.callwright.e2e.AgainstServer;
import org.callwright.e2e.RestClient;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What the packaged server answers has the properties that it describes itself with, and no others. */
@AgainstServer
@RunAsClient
class DescriptionIT {

    private static final RestClient REST = ServerUnderTest.account();
    private static final JsonObject SCHEMAS = ServerUnderTest.anonymous().json("/restcomm/docs/openapi.json")
            .getJsonObject("components").getJsonObject("schemas");

    private static void assertDescribed(JsonObject answer, String... parts) {
        Set<String> known = new TreeSet<>();
        for (String part : parts) {
            JsonObject schema = SCHEMAS.getJsonObject(part);
            known.addAll(schema.getJsonObject("properties").keySet());
            assertThat(answer.keySet()).as(part).containsAll(
                    schema.getJsonArray("required").getValuesAs(JsonString::getString));
        }
        assertThat(known).containsAll(answer.keySet());
    }

    private static void assertPage(String resource, String list, String kind) {
        JsonObject page = REST.json(Records.ACCOUNT + "/" + resource + ".json?PageSize=1000");
        assertThat(page.getJsonArray(list)).as(resource).isNotEmpty();
        page.getJsonArray(list).getValuesAs(JsonObject.class).forEach(row -> assertDescribed(row, kind));
        JsonObject paging = Json.createObjectBuilder(page).remove(list).build();
        assertDescribed(paging, "Page");
        assertThat(SCHEMAS.getJsonObject(kind + "Page").toString()).contains('"' + list + '"');
    }

    @Test
    void answersShouldHaveTheDescribedProperties() {
        try (Line line = Line.answering("<Say>Hello</Say><Record action='{here}/gone' finishOnKey='#'/>");
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendTone(440, ms(500)).sendDigits("#");
            call.awaitHangup(SOON);
            line.records().ended("completed");
            line.records().notifications();
            line.records().says(1);
        }
        assertPage("Calls", "calls", "Call");
        assertPage("Recordings", "recordings", "Recording");
        assertPage("Says", "says", "Say");
        assertPage("Notifications", "notifications", "Notification");
        assertPage("IncomingPhoneNumbers", "incomingPhoneNumbers", "IncomingPhoneNumber");
        assertDescribed(REST.json(Records.ACCOUNT + ".json"), "Account");
        assertDescribed(REST.postForJson(Records.ACCOUNT + "/Applications.json",
                Map.of("FriendlyName", "described"), 200), "Application");
    }
}
