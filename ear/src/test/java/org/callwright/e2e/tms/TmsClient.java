package org.callwright.e2e.tms;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.callwright.e2e.ServerUnderTest;

/** Plain HTTP with a token, as an application's developer would write it. */
final class TmsClient {

    /** That of the account in {@code src/test/server/bootstrap.json}. */
    static final String TOKEN = "e2e-tms-token-0123456789abcdef0123";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    private final String token;

    TmsClient(String token) {
        this.token = token;
    }

    HttpResponse<String> get(String href) {
        return send(request(href).GET());
    }

    HttpResponse<String> delete(String href) {
        return send(request(href).DELETE());
    }

    HttpResponse<String> post(String href, String json) {
        return send(request(href).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** The JSON object there; anything but that status fails. */
    static JsonObject object(HttpResponse<String> response, int status) {
        return json(response, status).asJsonObject();
    }

    static JsonArray array(HttpResponse<String> response, int status) {
        return json(response, status).asJsonArray();
    }

    private static JsonStructure json(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.uri() + " gave " + response.statusCode() + ", not " + status + ": "
                    + response.body());
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.read();
        }
    }

    private HttpRequest.Builder request(String href) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(ServerUnderTest.http() + href)).timeout(LIMIT);
        return token.isEmpty() ? request : request.header("X-AUTH-TOKEN", token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
