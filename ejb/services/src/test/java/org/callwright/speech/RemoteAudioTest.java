package org.callwright.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.engine.Eventually.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.callwright.call.value.Prompt;
import org.callwright.http.GuardedHttpClient;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.codecs.WavReader;
import org.callwright.settings.SpeechSettings;
import org.callwright.settings.WebhookSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RemoteAudioTest {

    private static final SpeechSettings SETTINGS =
            new SpeechSettings(1, 2, 10, Duration.ofSeconds(10), 100_000, Duration.ofSeconds(10));

    @TempDir
    Path folder;
    private HttpServer server;
    private GuardedHttpClient http;
    private SpeechWorkers workers;
    private RemoteAudio remote;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        server.start();
        http = new GuardedHttpClient(
                WebhookSettings.fromEnvironment(Map.of()), List.of("127.0.0.0/8"), Executors.defaultThreadFactory());
        workers = new SpeechWorkers(SETTINGS, Executors.defaultThreadFactory());
        remote = new RemoteAudio(http, folder.resolve("play"), SETTINGS, workers, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        http.close();
        workers.close();
        server.stop(0);
    }

    @Test
    void aWavShouldBeFetchedPlayableAndGoneAfterUse() throws Exception {
        short[] samples = new short[1_234];
        samples[7] = 12_345;
        serve("/a.wav", 200, "audio/x-wav", wav(samples));
        PreparedPrompt prompt = fetch("/a.wav");
        assertThat(WavReader.readAll(prompt.file(), 60)).isEqualTo(samples);
        prompt.close();
        prompt.close();
        eventually("folder is empty", () -> files() == 0);
    }

    @Test
    void aWavWithoutAUsefulTypeShouldBePlayedToo() throws Exception {
        serve("/a", 200, "application/octet-stream", wav(new short[80]));
        assertThat(WavReader.readAll(fetch("/a").file(), 60)).hasSize(80);
    }

    @Test
    void whatIsNotThereShouldBeUnplayable() throws Exception {
        serve("/error", 500, "audio/wav", wav(new short[80]));
        for (String path : List.of("/missing", "/error")) {
            assertThat(failure(url(path))).as(path).isEqualTo(PromptException.UNPLAYABLE);
        }
        eventually("folder is empty", () -> files() == 0);
    }

    @Test
    void whatIsNoAudioOrTooMuchShouldBeNoAudio() throws Exception {
        serve("/page", 200, "text/html", "<html/>".getBytes());
        serve("/lies", 200, "audio/wav", "ID3 this is no wav at all, whatever it says".getBytes());
        serve("/empty", 200, "audio/wav", new byte[0]);
        serve("/huge", 200, "audio/wav", wav(new short[100_000]));
        serve("/cut", 200, "audio/wav", Arrays.copyOf(wav(new short[80]), 30));
        byte[] noChannels = wav(new short[80]);
        noChannels[22] = 0;
        serve("/no-channels", 200, "audio/wav", noChannels);
        for (String path : List.of("/page", "/lies", "/empty", "/huge", "/cut", "/no-channels")) {
            assertThat(failure(url(path))).as(path).isEqualTo(PromptException.NO_AUDIO);
        }
        eventually("folder is empty", () -> files() == 0);
    }

    @Test
    void aWavThatClaimsTwoGigabytesShouldBePlayedAsFarAsItIsThere() throws Exception {
        short[] samples = new short[160];
        samples[99] = 1_000;
        byte[] lying = wav(samples);
        for (int at : new int[] {4, 40}) {
            ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(at, Integer.MAX_VALUE);
        }
        serve("/lying", 200, "audio/wav", lying);
        assertThat(WavReader.readAll(fetch("/lying").file(), 60)).isEqualTo(samples);
    }

    @Test
    void audioLongerThanAnHourShouldBeNoAudio() throws Exception {
        SpeechSettings generous =
                new SpeechSettings(1, 2, 10, Duration.ofSeconds(30), 10_000_000, Duration.ofSeconds(10));
        workers.close();
        workers = new SpeechWorkers(generous, Executors.defaultThreadFactory());
        remote = new RemoteAudio(http, folder.resolve("play"), generous, workers, Clock.systemUTC());
        byte[] gsm = new byte[33 * (3_600 * 50 + 1)];
        for (int frame = 0; frame < gsm.length; frame += 33) {
            gsm[frame] = (byte) 0xD0;
        }
        serve("/long.gsm", 200, "audio/x-gsm", gsm);
        assertThat(failure(url("/long.gsm"))).isEqualTo(PromptException.NO_AUDIO);
        eventually("folder is empty", () -> files() == 0);
    }

    @Test
    void aBodyThatNeverEndsShouldBeNoAudioWhenTheTimeIsOver() throws Exception {
        SpeechSettings hasty = new SpeechSettings(1, 2, 10, Duration.ofSeconds(10), 100_000, Duration.ofMillis(700));
        remote = new RemoteAudio(http, folder.resolve("play"), hasty, workers, Clock.systemUTC());
        CountDownLatch over = new CountDownLatch(1);
        server.createContext("/endless", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "audio/wav");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (!over.await(20, TimeUnit.MILLISECONDS)) {
                    body.write(new byte[100]);
                    body.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(failure(url("/endless"))).isEqualTo(PromptException.NO_AUDIO);
        over.countDown();
        eventually("folder is empty", () -> files() == 0);
    }

    @Test
    void aUrlThatMayNotBeAskedShouldBeABadUrl() {
        for (String url : List.of("http://10.0.0.1/a.wav", "file:///etc/passwd", "relative.wav", "http://x:25/")) {
            assertThat(failure(URI.create(url))).as(url).isEqualTo(PromptException.BAD_URL);
        }
    }

    @Test
    void audioFetchedForLaterShouldStayUntilItIsNotWantedAnyMore() throws Exception {
        short[] samples = new short[160];
        samples[3] = -77;
        serve("/message.wav", 200, "audio/wav", wav(samples));
        Path kept = folder.resolve("message-17.wav");
        AudioFetcher fetcher = new AudioFetcher(http, SETTINGS, workers);
        assertThat(fetcher.fetch(url("/message.wav"), kept).toCompletableFuture().get(20, TimeUnit.SECONDS))
                .isEqualTo(kept);
        PromptService prompts = new PromptService(null, remote);
        for (int recipient = 0; recipient < 2; recipient++) {
            try (PreparedPrompt prompt = prompts.prepare(new Prompt.Stored(kept.toString()))
                    .toCompletableFuture().get(1, TimeUnit.SECONDS)) {
                assertThat(WavReader.readAll(prompt.file(), 60)).isEqualTo(samples);
            }
        }
        assertThat(fetcher.fetch(url("/missing"), folder.resolve("none.wav")).toCompletableFuture())
                .failsWithin(Duration.ofSeconds(20)).withThrowableThat().withCauseInstanceOf(PromptException.class);
        assertThat(folder.resolve("none.wav")).doesNotExist();
        assertThat(folder.resolve("message-17.wav.part")).doesNotExist();
        eventually("what was fetched is gone", () -> !Files.exists(folder.resolve("message-17.wav.fetched")));
    }

    @Test
    void storedAudioThatIsGoneShouldBeUnplayable() {
        assertThat(new PromptService(null, remote).prepare(new Prompt.Stored("/nowhere/at-all.wav"))
                .toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void whatADeadRunLeftShouldBeDeletedAtTheStart() throws IOException {
        Files.writeString(folder.resolve("play").resolve("left.wav"), "x");
        new RemoteAudio(http, folder.resolve("play"), SETTINGS, workers, Clock.systemUTC());
        assertThat(files()).isZero();
    }

    private byte[] wav(short[] samples) throws IOException {
        Path file = folder.resolve("source.wav");
        Files.deleteIfExists(file);
        WavFileWriter.write(file, samples);
        return Files.readAllBytes(file);
    }

    private void serve(String path, int status, String type, byte[] body) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private PreparedPrompt fetch(String path) throws Exception {
        return remote.fetch(url(path)).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private int failure(URI url) {
        try {
            throw new AssertionError("fetched: " + remote.fetch(url).toCompletableFuture().get(20, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(PromptException.class);
            return ((PromptException) e.getCause()).code();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long files() {
        try (Stream<Path> files = Files.list(folder.resolve("play"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
