package org.callwright.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.callwright.call.value.Prompt;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.tts.http.HttpProvider;
import org.callwright.media.tts.http.HttpVoices;
import org.callwright.settings.SpeechSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A speech service on the network, whatever it does: it speaks, or the next provider does, in time. */
@Timeout(60)
class HttpVoiceTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int TIMEOUT_MS = 500;

    @TempDir
    Path folder;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final FakeVoice next = new FakeVoice("next", 100, "en-us");
    private final OperatorNetwork network = new OperatorNetwork(Executors.defaultThreadFactory());
    private HttpServer server;
    private SpeechWorkers workers;
    private ProviderChain chain;
    private SpeechService service;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        server.setExecutor(threads);
        server.start();
        HttpProvider voice = HttpVoices.connected(Map.of(
                "CALLWRIGHT_TTS_HTTP_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/speak",
                "CALLWRIGHT_TTS_HTTP_NAME", "vendor",
                "CALLWRIGHT_TTS_HTTP_TIMEOUT_MS", String.valueOf(TIMEOUT_MS)), network);
        SpeechSettings settings = new SpeechSettings(1, 2, 10, LIMIT, 1_000_000, LIMIT);
        workers = new SpeechWorkers(settings, Executors.defaultThreadFactory());
        chain = new ProviderChain(List.of(next, voice), settings, Executors.defaultThreadFactory(), Clock.systemUTC());
        FileCache cache = new FileCache(folder, 1_000_000, Clock.systemUTC());
        service = new SpeechService(chain, cache, workers, new SpeechFigures(cache, chain));
    }

    @AfterEach
    void stop() {
        over.countDown();
        workers.close();
        chain.close();
        network.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void stereoOf44100HertzShouldBeSpoken() throws Exception {
        serve(exchange -> answer(exchange, 200, "audio/wav", stereo(44_100)));
        try (PreparedPrompt prompt = speak()) {
            assertThat(prompt.provider()).isEqualTo("vendor");
            assertThat(WavReader.readAll(prompt.file(), 60).length).isBetween(7_990, 8_010);
        }
    }

    @Test
    void answersThatAreNoSpeechShouldHaveTheNextOneSpeak() throws Exception {
        byte[] page = "<html>maintenance</html>".getBytes(StandardCharsets.US_ASCII);
        byte[] mp3 = {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0};
        List<HttpHandler> answers = List.of(
                exchange -> answer(exchange, 500, "text/plain", page),
                exchange -> answer(exchange, 200, "text/html", page));
        assertNextSpeaks(answers);
        restart();
        assertNextSpeaks(List.of(
                exchange -> answer(exchange, 200, "audio/mpeg", mp3),
                exchange -> answer(exchange, 200, "audio/wav", new byte[0])));
    }

    @Test
    void serviceThatHangsShouldHaveTheNextOneSpeakInTime() throws Exception {
        assertNextSpeaksInTime(exchange -> await(Long.MAX_VALUE));
    }

    @Test
    void serviceThatDripsShouldHaveTheNextOneSpeakInTime() throws Exception {
        assertNextSpeaksInTime(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "audio/wav");
            exchange.sendResponseHeaders(200, 0);
            byte[] wav = stereo(44_100);
            for (int i = 0; i < wav.length && !await(20); i++) {
                exchange.getResponseBody().write(wav[i]);
                exchange.getResponseBody().flush();
            }
        });
    }

    private void assertNextSpeaks(List<HttpHandler> answers) throws Exception {
        for (HttpHandler answer : answers) {
            serve(answer);
            try (PreparedPrompt prompt = speak()) {
                assertThat(prompt.provider()).isEqualTo("next");
            }
        }
    }

    private void assertNextSpeaksInTime(HttpHandler answer) throws Exception {
        long start = System.nanoTime();
        assertNextSpeaks(List.of(answer));
        assertThat(asked).hasValue(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(TIMEOUT_MS), Duration.ofMillis(TIMEOUT_MS + 4_000));
    }

    /** With a provider that has not failed before. */
    private void restart() throws IOException {
        workers.close();
        chain.close();
        server.stop(0);
        start();
    }

    private PreparedPrompt speak() throws Exception {
        return service.speak(new Prompt.Speech("Text " + asked.get() + " of " + server.getAddress(), "en-us", "woman"))
                .toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void serve(HttpHandler handler) {
        try {
            server.removeContext("/speak");
        } catch (IllegalArgumentException e) {
            // the first one
        }
        server.createContext("/speak", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            handler.handle(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Whether the test is over. */
    private boolean await(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** A second of 440 Hz. */
    private static byte[] stereo(int rate) {
        ByteBuffer wav = ByteBuffer.allocate(44 + 4 * rate).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 4 * rate)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 2)
                .putInt(rate).putInt(4 * rate).putShort((short) 4).putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII)).putInt(4 * rate);
        for (int i = 0; i < rate; i++) {
            short sample = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / rate));
            wav.putShort(sample).putShort(sample);
        }
        return wav.array();
    }
}
