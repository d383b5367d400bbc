package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callwright.e2e.RestClient;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.phone.media.Audio;
import org.callwright.phone.media.WavFile;

/** What the REST API tells of one call. */
public record Records(String callSid) {

    public static final Set<String> FINAL = Set.of("completed", "busy", "failed", "no-answer", "canceled");
    public static final String ACCOUNT = "/restcomm/2012-04-24/Accounts/" + ServerUnderTest.ACCOUNT;
    private static final RestClient REST = ServerUnderTest.account();

    /** Places a call. */
    public static JsonObject placeCall(Map<String, String> form) {
        return REST.postForJson(ACCOUNT + "/Calls.json", form, 200);
    }

    public JsonObject call() {
        return REST.json(ACCOUNT + "/Calls/" + callSid + ".json");
    }

    /** The call's record once the call has ended; it must have ended with that status. */
    public JsonObject ended(String status) {
        JsonObject[] last = new JsonObject[1];
        JsonObject call = Eventually.find(() -> "the end of the call " + last[0], () -> {
            HttpResponse<String> response = REST.get(ACCOUNT + "/Calls/" + callSid + ".json");
            if (response.statusCode() == 404) {
                return Optional.empty();
            }
            last[0] = call();
            return Optional.of(last[0]).filter(record -> FINAL.contains(record.getString("status")));
        });
        assertThat(call.getString("status")).as("status of %s", call).isEqualTo(status);
        return call;
    }

    public List<JsonObject> recordings() {
        return rows("Recordings.json?CallSid=" + callSid + "&PageSize=100", "recordings");
    }

    /** The call's one recording, once it is listed. */
    public JsonObject recording() {
        List<JsonObject> recordings = Eventually.find(() -> "a recording of " + callSid,
                () -> Optional.of(recordings()).filter(rows -> !rows.isEmpty()));
        assertThat(recordings).hasSize(1);
        return recordings.get(0);
    }

    /** The call's recording as the public file, without credentials. */
    public Audio audio() {
        HttpResponse<byte[]> file = ServerUnderTest.anonymous()
                .getBytes(ACCOUNT + "/Recordings/" + recording().getString("sid") + ".wav");
        assertThat(file.statusCode()).isEqualTo(200);
        return parse(file.body());
    }

    public static Audio parse(byte[] wav) {
        try {
            return WavFile.parse(wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Say records of the call, once there are so many; oldest first. */
    public List<JsonObject> says(int count) {
        return await(count, "Says.json?PageSize=1000", "says");
    }

    /** The codes of the notifications of the call, once there is one. */
    public List<Integer> notifications() {
        return await(1, "Calls/" + callSid + "/Notifications.json", "notifications").stream()
                .map(notification -> Integer.parseInt(text(notification, "error_code"))).toList();
    }

    private List<JsonObject> await(int count, String path, String key) {
        return Eventually.find(() -> count + " " + key + " of " + callSid + " in " + path,
                () -> Optional.of(ofThisCall(path, key)).filter(rows -> rows.size() >= count));
    }

    private List<JsonObject> ofThisCall(String path, String key) {
        return rows(path, key).stream().filter(row -> row.getString("call_sid", "").equals(callSid)).toList();
    }

    private static List<JsonObject> rows(String path, String key) {
        return REST.json(ACCOUNT + "/" + path).getJsonArray(key).getValuesAs(JsonObject.class);
    }

    /** A number or a string as text. */
    public static String text(JsonObject object, String key) {
        return object.get(key).toString().replace("\"", "");
    }
}
