package org.callwright.restcomm.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.ACME_CHILD;
import static org.callwright.restcomm.World.GLOBEX;
import static org.callwright.restcomm.World.basic;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.Parameter;
import org.callwright.restcomm.MemoryArchive;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstancesTest {

    private static final String FORM = "From=%2B15550001&To=%2B15551000&Url=http%3A%2F%2Fapp.example%2Fvoice";

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void start() {
        world = new World(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private HttpResponse<String> delete(String rest) {
        return world.send(world.request("/restcomm/2012-04-24/Accounts/" + ACME.sid() + "/" + rest)
                .header("Authorization", basic(ACME)).DELETE());
    }

    @Test
    void recordingShouldHaveTheSpecifiedShapeInBothRepresentations() {
        RecordingRecord recording = world.archive.addRecording(ACME.sid(), 1);
        String uri = "/2012-04-24/Accounts/" + ACME.sid() + "/Recordings/" + recording.sid();
        String file = "http://voice.example:8080/restcomm" + uri + ".wav";

        assertThat(world.getOwn(ACME, "Recordings/" + recording.sid() + ".json").body()).isEqualTo("{\"sid\":\""
                + recording.sid() + "\",\"date_created\":\"Thu, 3 Jun 2021 01:18:19 +0000\","
                + "\"date_updated\":\"Thu, 3 Jun 2021 01:18:19 +0000\",\"account_sid\":\"" + ACME.sid()
                + "\",\"call_sid\":\"" + recording.call() + "\",\"duration\":\"14.702\",\"api_version\":\"2012-04-24\","
                + "\"uri\":\"" + uri + ".json\",\"file_uri\":\"" + file + "\"}");
        assertThat(world.getOwn(ACME, "Recordings/" + recording.sid()).body()).contains("<RestcommResponse><Recording>"
                + "<Sid>" + recording.sid() + "</Sid><DateCreated>Thu, 3 Jun 2021 01:18:19 +0000</DateCreated>"
                + "<DateUpdated>Thu, 3 Jun 2021 01:18:19 +0000</DateUpdated><AccountSid>" + ACME.sid()
                + "</AccountSid><CallSid>" + recording.call() + "</CallSid><Duration>14.702</Duration>"
                + "<ApiVersion>2012-04-24</ApiVersion><Uri>" + uri + "</Uri><FileUri>" + file
                + "</FileUri></Recording></RestcommResponse>");
    }

    @Test
    void jsonSuffixShouldBeTakenFromAnySegment() {
        RecordingRecord recording = world.archive.addRecording(ACME.sid(), 1);
        assertThat(world.getOwn(ACME, "Recordings.json/" + recording.sid()).body())
                .isEqualTo(world.getOwn(ACME, "Recordings/" + recording.sid() + ".json").body());
        assertThat(world.get(ACME, "/restcomm/2012-04-24/Accounts.json/" + ACME.sid()).body())
                .startsWith("{\"sid\":\"" + ACME.sid() + "\",\"organization\":\"OR")
                .contains("\"uri\":\"/2012-04-24/Accounts.json/" + ACME.sid() + "\"").doesNotContain("token");
    }

    @Test
    void growingRecordingShouldHaveItsPresentLength() throws Exception {
        RecordingRecord recording = world.archive.addRecording(ACME.sid(), 1, RecordingRecord.Status.IN_PROGRESS);
        Files.write(folder.resolve(recording.sid() + ".wav"), new byte[44 + 16_000 * 3]);

        assertThat(world.getOwn(ACME, "Recordings/" + recording.sid() + ".json").body())
                .contains("\"duration\":\"3.00\"", "\"status\":\"in-progress\"}");
        HttpResponse<String> refused = delete("Recordings/" + recording.sid() + ".json");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("CWAPI4015");
    }

    @Test
    void failedRecordingShouldSayWhy() {
        RecordingRecord recording = world.archive.addRecording(ACME.sid(), 1, RecordingRecord.Status.FAILED);
        assertThat(world.getOwn(ACME, "Recordings/" + recording.sid() + ".json").body())
                .contains("\"status\":\"failed\",\"reason\":\"" + recording.reason() + "\"}");
    }

    @Test
    void deletingShouldRemoveRowAndAudio() throws Exception {
        RecordingRecord recording = world.archive.addRecording(ACME.sid(), 1);
        Path audio = Files.write(folder.resolve(recording.sid() + ".wav"), new byte[44]);

        HttpResponse<String> response = delete("Recordings/" + recording.sid());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(audio).doesNotExist();
        assertThat(delete("Recordings/" + recording.sid()).statusCode()).isEqualTo(404);
        assertThat(delete("Recordings").statusCode()).isEqualTo(405);
    }

    @Test
    void deprecatedListOfACallShouldBeABareArray() {
        world.archive.addRecording(ACME.sid(), 1);
        HttpResponse<String> json = world.getOwn(ACME, "Calls/" + MemoryArchive.callSid(1) + "/Recordings.json");
        assertThat(json.body()).startsWith("[{\"sid\":\"RE");
        assertThat(json.headers().firstValue("Deprecation")).isPresent();
        assertThat(world.getOwn(ACME, "Calls/" + MemoryArchive.callSid(1) + "/Recordings").body())
                .contains("<RestcommResponse><Recordings><Recording>");
    }

    @Test
    void callShouldShowItsTimes() {
        CallRecord call = world.archive.addCall(ACME.sid(), 1);
        assertThat(world.getOwn(ACME, "Calls.json/" + call.sid()).body())
                .startsWith("{\"sid\":\"" + call.sid() + "\",\"InstanceId\":\"ID" + "1".repeat(32) + "\",")
                .contains("\"start_time\":\"2021-06-03T01:18:19.000Z\",\"end_time\":\"2021-06-03T01:18:28.000Z\","
                        + "\"duration\":9,\"direction\":\"inbound\"", "\"caller_name\":\"Unknown\"", "\"ring_duration\":2");
        assertThat(world.getOwn(ACME, "Calls/" + call.sid()).body())
                .contains("<Ring_duration>2</Ring_duration><SubresourceUris><Notifications>/restcomm/2012-04-24/");
    }

    @Test
    void foreignUnknownAndMalformedSidsShouldBeToldApart() {
        RecordingRecord childs = world.archive.addRecording(ACME_CHILD.sid(), 1);
        RecordingRecord globexs = world.archive.addRecording(GLOBEX.sid(), 2);
        assertThat(world.getOwn(ACME, "Recordings/" + childs.sid()).statusCode()).isEqualTo(403);
        assertThat(world.getOwn(ACME, "Recordings/" + globexs.sid()).statusCode()).isEqualTo(403);
        assertThat(world.getOwn(ACME, "Recordings/RE" + "f".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(world.getOwn(ACME, "Recordings/nonsense").statusCode()).isEqualTo(400);
        assertThat(world.getOwn(ACME, "Says/SA" + "f".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(world.getOwn(ACME, "Calls/CA" + "f".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(world.getOwn(ACME, "Notifications/NO" + "f".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void callShouldBePlacedByTheTrunk() {
        HttpResponse<String> response = world.postForm(ACME, "Calls.json", FORM + "&Method=get&Timeout=30"
                + "&FallbackUrl=https%3A%2F%2Fapp.example%2Ffallback");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("\"status\":\"queued\"", "\"direction\":\"outbound-api\"")
                .doesNotContain("start_time", "duration");
        OutboundCall call = world.engine.placed.get(0);
        assertThat(call.account()).isEqualTo(ACME.sid());
        assertThat(call.targetUri()).isEqualTo("sip:+15551000@trunk.example:5060");
        assertThat(call.application().orElseThrow().voice().method()).isEqualTo(HttpMethod.GET);
        assertThat(call.application().orElseThrow().fallback()).isPresent();
        assertThat(call.ringTimeout()).hasSeconds(30);
    }

    @Test
    void sipUriShouldBeCalledWithTheHeadersBehindIt() {
        world.postForm(ACME, "Calls", "From=alice&To=sip%3Abob%40host.example%3A5070%3Ftransport"
                + "&Url=http://app.example/");
        assertThat(world.engine.placed).isEmpty();

        world.postForm(ACME, "Calls", "From=alice&To=bob%40host.example%3A5070%3FX-A%3D1%2B1%26X-B%3Dtwo%2520words"
                + "&Url=http://app.example/");
        OutboundCall call = world.engine.placed.get(0);
        assertThat(call.targetUri()).isEqualTo("sip:bob@host.example:5070");
        assertThat(call.headers()).containsExactly(new Parameter("X-A", "1+1"), new Parameter("X-B", "two words"));
    }

    @Test
    void badCallsShouldBeRefusedWithTheReason() {
        for (String[] bad : new String[][] {
            {"To=1&Url=http://a.example/", "400", "From can not be null."},
            {"From=1&Url=http://a.example/", "400", "To can not be null."},
            {"From=1&To=123", "400", "Url can not be null."},
            {"From=1&To=123&Url=ftp://a.example/", "400", "Url must be"},
            {"From=1&To=123&Url=/relative", "400", "Url must be"},
            {"From=1&To=123&Url=http://a.example/&Method=PUT", "400", "Method must be"},
            {"From=1&To=123&Url=http://a.example/&Timeout=soon", "400", "Timeout must be"},
            {"From=1&To=123&Url=http://a.example/&Timeout=0", "400", "Timeout must be"},
            {"From=a%0D%0AX-Evil:1&To=123&Url=http://a.example/", "400", "From is"},
            {"From=1&To=a%0D%0Ab@c&Url=http://a.example/", "400", "To is"},
            {"From=1&To=a%40b%3FRoute%3Devil&Url=http://a.example/", "400", "no X- header"},
            {"From=1&To=a%40b%3FX-A%3D%250d%250aB&Url=http://a.example/", "400", "no X- header"},
            {"From=1&To=client%3Aalice&Url=http://a.example/", "400", "CWAPI4017"}}) {
            HttpResponse<String> response = world.postForm(ACME, "Calls.json", bad[0]);
            assertThat(response.statusCode()).as(bad[0] + response.body()).isEqualTo(Integer.parseInt(bad[1]));
            assertThat(response.body()).as(bad[0]).contains(bad[2]);
        }
        assertThat(world.engine.placed).isEmpty();
    }

    @Test
    void callShouldBeRefusedWithoutTrunkOrEngine() {
        world.engine.notReady = Optional.of("no SIP");
        HttpResponse<String> notReady = world.postForm(ACME, "Calls.json", FORM);
        assertThat(notReady.statusCode()).isEqualTo(503);
        assertThat(notReady.headers().firstValue("Retry-After")).isPresent();
        assertThat(notReady.body()).contains("CWAPI4018");
        try (World trunkless = new World(folder, "/restcomm", Map.of())) {
            HttpResponse<String> noTrunk = trunkless.postForm(ACME, "Calls.json", FORM);
            assertThat(noTrunk.statusCode()).isEqualTo(500);
            assertThat(noTrunk.body()).contains("CWAPI4016");
        }
    }

    @Test
    void wrongMethodTypeAndSizeShouldHaveStructuredBodies() {
        String calls = "/restcomm/2012-04-24/Accounts/" + ACME.sid() + "/Calls.json";
        HttpResponse<String> method = world.send(world.request(calls).header("Authorization", basic(ACME)).DELETE());
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.body()).contains("CWAPI4008");
        HttpResponse<String> type = world.send(world.request(calls).header("Authorization", basic(ACME))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(type.statusCode()).isEqualTo(415);
        assertThat(type.body()).contains("CWAPI4009");
        assertThat(world.postForm(ACME, "Calls.json", FORM + "&Pad=" + "x".repeat(1_000_000)).statusCode())
                .isEqualTo(413);
        HttpResponse<String> chunked = world.send(world.request(calls).header("Authorization", basic(ACME))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream((FORM + "&P=" + "x".repeat(1_000_000)).getBytes()))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("CWAPI4010");
        HttpResponse<String> unknown = world.getOwn(ACME, "Unicorns.json");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"message\":\"There is no such resource\",\"error\":\"CWAPI4007\"}");
        assertThat(world.getOwn(ACME, "Unicorns").body()).contains("<RestcommResponse><Message>There is no such "
                + "resource</Message><Error>CWAPI4007</Error></RestcommResponse>");
    }
}
