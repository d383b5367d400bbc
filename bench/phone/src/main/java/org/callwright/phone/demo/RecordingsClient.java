package org.callwright.phone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Recordings resource of the REST API, as an application that owns the account sees it. */
final class RecordingsClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String base;
    private final String authorization;

    /** @param server such as {@code http://127.0.0.1:8080} */
    RecordingsClient(String server, String accountSid, String token) {
        base = server + "/restcomm/2012-04-24/Accounts/" + accountSid + "/Recordings";
        authorization = "Basic " + Base64.getEncoder()
                .encodeToString((accountSid + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    /** The recording of a call once it is completed. */
    Optional<Map<?, ?>> completedRecording(String callSid) throws IOException {
        String url = base + ".json?CallSid=" + URLEncoder.encode(callSid, StandardCharsets.UTF_8);
        Map<?, ?> page = (Map<?, ?>) Json.parse(new String(get(url, true), StandardCharsets.UTF_8));
        List<?> recordings = (List<?>) page.get("recordings");
        for (Object item : recordings) {
            Map<?, ?> recording = (Map<?, ?>) item;
            Object status = recording.get("status");
            if (status == null || status.equals("completed")) {
                return Optional.of(recording);
            }
        }
        return Optional.empty();
    }

    /** The audio file, which needs no credentials. */
    byte[] wav(String recordingSid) throws IOException {
        return get(base + "/" + recordingSid + ".wav", false);
    }

    private byte[] get(String url, boolean authorized) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
        if (authorized) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("GET " + url + " was answered with " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
