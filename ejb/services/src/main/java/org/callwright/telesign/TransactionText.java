package org.callwright.telesign;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Transactions and refusals as JSON: answers of the API, and bodies of callbacks. */
public final class TransactionText {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private TransactionText() {
    }

    public static byte[] answer(VoiceTransaction transaction) {
        JsonObjectBuilder answer = Json.createObjectBuilder().add("reference_id", transaction.reference())
                .add("status", status(transaction));
        voice(transaction, answer);
        return bytes(answer);
    }

    public static byte[] refusal(TelesignError error, String description, Instant at) {
        return bytes(Json.createObjectBuilder().add("status", status(error.code(), description, at)));
    }

    static byte[] callback(VoiceTransaction transaction) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("status", status(transaction))
                .add("submit_timestamp", MICROSECONDS.format(transaction.submitted()))
                .add("errors", Json.createArrayBuilder())
                .add("reference_id", transaction.reference())
                .add("sub_resource", "voice");
        voice(transaction, body);
        transaction.externalId().ifPresent(id -> body.add("external_id", id));
        return bytes(body);
    }

    private static JsonObjectBuilder status(VoiceTransaction transaction) {
        return status(transaction.status().code(), transaction.status().description(), transaction.updated());
    }

    private static JsonObjectBuilder status(int code, String description, Instant at) {
        return Json.createObjectBuilder().add("code", code).add("description", description)
                .add("updated_on", MICROSECONDS.format(at));
    }

    /** Only what there is. */
    private static void voice(VoiceTransaction transaction, JsonObjectBuilder to) {
        if (transaction.userInput().isPresent() || transaction.callerId().isPresent()) {
            JsonObjectBuilder voice = Json.createObjectBuilder();
            transaction.userInput().ifPresent(key -> voice.add("user_input", key));
            transaction.callerId().ifPresent(number -> voice.add("caller_id", number));
            to.add("voice", voice);
        }
    }

    private static byte[] bytes(JsonObjectBuilder object) {
        return object.build().toString().getBytes(StandardCharsets.UTF_8);
    }
}
