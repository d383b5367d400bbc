package org.callwright.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.callwright.media.spi.tts.SpeechNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OperatorNetworkTest {

    private final OperatorNetwork network = new OperatorNetwork(Executors.defaultThreadFactory());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        gate.countDown();
        network.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aServiceAtAnAddressThatApplicationsMayNotReachShouldAnswer() throws Exception {
        serve("/speak", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("X-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Content-Type", "audio/wav");
            answer(exchange, 201, "sound");
        });
        SpeechNetwork.Answer answer = network.post(question("/speak", Duration.ofSeconds(20), 1_000));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.mediaType()).isEqualTo("audio/wav");
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("sound");
        assertThat(seen).containsExactly("POST s3cret application/ssml+xml; charset=utf-8 hallö");
    }

    @Test
    void aRedirectToSomebodyElseShouldNotBeFollowed() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        other.createContext("/", exchange -> seen.add("asked"));
        other.start();
        try {
            serve("/moved", exchange -> {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/");
                answer(exchange, 307, "");
            });
            assertThatThrownBy(() -> network.post(question("/moved", Duration.ofSeconds(20), 1_000)))
                    .isInstanceOf(IOException.class).hasMessage("only the service itself may be asked");
        } finally {
            other.stop(0);
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void anAnswerThatComesTooLateShouldBeATimeout() {
        serve("/slow", exchange -> {
            await();
            answer(exchange, 200, "late");
        });
        assertThatThrownBy(() -> network.post(question("/slow", Duration.ofMillis(200), 1_000)))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void anAnswerThatIsTooLargeShouldBeBrokenOff() {
        serve("/large", exchange -> answer(exchange, 200, "x".repeat(2_000)));
        assertThatThrownBy(() -> network.post(question("/large", Duration.ofSeconds(20), 1_000)))
                .isInstanceOf(IOException.class).hasMessageNotContainingAny("s3cret", "127.0.0.1");
    }

    @Test
    void aServiceThatIsNotThereShouldFail() {
        server.stop(0);
        assertThatThrownBy(() -> network.post(question("/gone", Duration.ofSeconds(20), 1_000)))
                .isInstanceOf(IOException.class).isNotInstanceOf(SocketTimeoutException.class)
                .hasMessage("the connection was refused");
    }

    private SpeechNetwork.Question question(String path, Duration limit, int maxBytes) {
        return new SpeechNetwork.Question(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path),
                Map.of("X-Key", "s3cret"), "application/ssml+xml; charset=utf-8",
                "hallö".getBytes(StandardCharsets.UTF_8), limit, maxBytes);
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
