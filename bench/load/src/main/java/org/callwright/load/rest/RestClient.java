package org.callwright.load.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** Asks the API one thing at a time, with the credentials of an account. */
public final class RestClient {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final String authorization;

    private RestClient(String authorization) {
        this.authorization = authorization;
    }

    /** @param tokenFile holds the account's token and nothing else */
    public static RestClient of(String account, Path tokenFile) throws IOException {
        String pair = account + ":" + Files.readString(tokenFile).trim();
        return new RestClient("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Value of the Authorization header. */
    public String authorization() {
        return authorization;
    }

    /** @throws IOException when the answer is not 200 */
    public String get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization).build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " from " + url);
        }
        return response.body();
    }
}
