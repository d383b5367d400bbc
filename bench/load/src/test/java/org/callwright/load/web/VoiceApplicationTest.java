package org.callwright.load.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VoiceApplicationTest {

    private VoiceApplication application;

    @BeforeEach
    void start() throws IOException {
        application = VoiceApplication.start(0);
        application.serve("/hangup", "<Response/>");
    }

    @AfterEach
    void stop() throws IOException {
        application.close();
    }

    @Test
    void manyRequestsShouldShareAConnection() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < 50; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(application.url("/hangup?n=" + i)))
                    .POST(HttpRequest.BodyPublishers.ofString("CallSid=CA" + i)).build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("<Response/>");
        }

        assertThat(application.requests()).isEqualTo(50);
        assertThat(application.connections()).isEqualTo(1);
    }

    @Test
    void aLargeFileShouldArriveWhole() throws IOException, InterruptedException {
        byte[] file = new byte[3_000_000];
        Arrays.fill(file, (byte) 7);
        application.serve("/prompt.wav", "audio/wav", "no-store", file);

        HttpResponse<byte[]> response = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(application.url("/prompt.wav"))).build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.body()).isEqualTo(file);
        assertThat(response.headers().allValues("cache-control")).containsExactly("no-store");
    }

    @Test
    void requestsInPiecesAndTwoAtOnceShouldBothBeAnswered() throws IOException {
        URI url = URI.create(application.url("/hangup"));
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            for (String piece : new String[] {"POST /hang", "up HTTP/1.1\r\nContent-Len", "gth: 3\r\n\r\na", "bcGET /none HTTP/1.1\r\n\r\n"}) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            StringBuilder answers = new StringBuilder();
            byte[] part = new byte[1000];
            while (!answers.toString().contains("404")) {
                answers.append(new String(part, 0, socket.getInputStream().read(part), StandardCharsets.US_ASCII));
            }
            assertThat(answers).startsWith("HTTP/1.1 200 OK").contains("<Response/>HTTP/1.1 404 Not Found");
        }
    }
}
