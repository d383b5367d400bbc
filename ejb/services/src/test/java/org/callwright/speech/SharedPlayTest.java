package org.callwright.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** Many who play the same URL, and a host whose prompt changes: nobody hears an old one longer than the host allows. */
@Timeout(60)
class SharedPlayTest {

    private static final SpeechSettings SETTINGS =
            new SpeechSettings(1, 2, 10, Duration.ofSeconds(10), 100_000, Duration.ofSeconds(10));

    @TempDir
    Path folder;
    private final List<Headers> asked = new CopyOnWriteArrayList<>();
    /** Behind the host's clock, so that the host's dates, which are real, make nothing older. */
    private Instant now = Instant.now().minusSeconds(1_000);
    private HttpServer server;
    private GuardedHttpClient http;
    private SpeechWorkers workers;
    private RemoteAudio remote;
    private volatile int version = 1;
    private volatile int status = 200;
    private volatile List<String> cacheControl = List.of();
    private volatile boolean tagged;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        server.createContext("/prompt", exchange -> {
            asked.add(exchange.getRequestHeaders());
            String tag = "\"" + version + "\"";
            cacheControl.forEach(value -> exchange.getResponseHeaders().add("Cache-Control", value));
            if (tagged) {
                exchange.getResponseHeaders().set("ETag", tag);
            }
            boolean holds = tagged && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            byte[] body = holds || status != 200 ? new byte[0] : wav(version);
            exchange.sendResponseHeaders(holds ? 304 : status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        http = new GuardedHttpClient(
                WebhookSettings.fromEnvironment(Map.of()), List.of("127.0.0.0/8"), Executors.defaultThreadFactory());
        workers = new SpeechWorkers(SETTINGS, Executors.defaultThreadFactory());
        InstantSource clock = () -> now;
        remote = new RemoteAudio(http, folder.resolve("play"), SETTINGS, workers, clock.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        http.close();
        workers.close();
        server.stop(0);
    }

    @Test
    void aPromptThatMayBeKeptShouldBeFetchedOnceForAll() throws Exception {
        cacheControl = List.of("max-age=60");
        for (int call = 0; call < 5; call++) {
            assertThat(heard()).isEqualTo(1);
        }
        assertThat(asked).hasSize(1);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void anOldPromptShouldNotBeHeardWhenItsTimeIsOver() throws Exception {
        cacheControl = List.of("max-age=60");
        heard();
        version = 2;
        now = now.plusSeconds(58);
        assertThat(heard()).isEqualTo(1);
        now = now.plusSeconds(3);
        assertThat(heard()).isEqualTo(2);
        assertThat(asked).hasSize(2);
        assertThat(files()).as("the old one is gone").isEqualTo(1);
    }

    @Test
    void aPromptThatNothingIsSaidAboutShouldBeFetchedEachTime() throws Exception {
        assertThat(heard()).isEqualTo(1);
        version = 2;
        assertThat(heard()).isEqualTo(2);
        assertThat(files()).isZero();
    }

    @Test
    void aPromptThatMayNotBeKeptShouldNotBe() throws Exception {
        tagged = true;
        for (String not : List.of("no-store", "private", "max-age=60, private")) {
            cacheControl = List.of(not);
            heard();
            assertThat(files()).as(not).isZero();
        }
        cacheControl = List.of("max-age=60", "no-store");
        heard();
        assertThat(files()).as("two lines of Cache-Control").isZero();
    }

    @Test
    void aPromptWithATagShouldBeAskedForAndSentOnlyWhenItChanged() throws Exception {
        tagged = true;
        cacheControl = List.of("no-cache");
        assertThat(heard()).isEqualTo(1);
        assertThat(heard()).isEqualTo(1);
        version = 2;
        assertThat(heard()).isEqualTo(2);
        assertThat(heard()).isEqualTo(2);
        assertThat(asked.stream().map(headers -> String.valueOf(headers.getFirst("If-None-Match"))))
                .containsExactly("null", "\"1\"", "\"1\"", "\"2\"");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aConfirmationShouldTellHowLongItHoldsFromThenOn() throws Exception {
        tagged = true;
        cacheControl = List.of("max-age=60");
        heard();
        now = now.plusSeconds(100);
        assertThat(remoteAgain()).as("asked again").isEqualTo(2);
        assertThat(remoteAgain()).as("held for another minute").isEqualTo(2);
        cacheControl = List.of("no-store");
        now = now.plusSeconds(100);
        assertThat(remoteAgain()).isEqualTo(3);
        assertThat(files()).as("not to be kept any more").isZero();
    }

    @Test
    void aHostThatFailsShouldNotBeCoveredUpByAnOldPrompt() throws Exception {
        tagged = true;
        cacheControl = List.of("max-age=60");
        heard();
        now = now.plusSeconds(100);
        tagged = false;
        status = 500;
        assertThat(remote.fetch(url("/prompt")).toCompletableFuture()).failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class).withCauseInstanceOf(PromptException.class);
        status = 200;
        assertThat(heard()).isEqualTo(1);
    }

    @Test
    void theAnswerOfAnotherUrlShouldNotBeTakenForThisOne() throws Exception {
        tagged = true;
        cacheControl = List.of("max-age=60");
        heard();
        now = now.plusSeconds(100);
        server.removeContext("/prompt");
        byte[] other = wav(7);
        server.createContext("/prompt", exchange -> {
            exchange.getResponseHeaders().set("Location", "/other");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/other", exchange -> {
            boolean sameTag = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            exchange.sendResponseHeaders(sameTag ? 304 : 200, sameTag ? -1 : other.length);
            exchange.getResponseBody().write(sameTag ? new byte[0] : other);
            exchange.close();
        });
        assertThat(heard()).isEqualTo(7);
        assertThat(files()).as("where a redirect leads to may change").isZero();
    }

    @Test
    void aFileShouldBeThereForWhoPlaysItThoughItIsReplaced() throws Exception {
        tagged = true;
        PreparedPrompt playing = fetch();
        version = 2;
        heard();
        assertThat(WavReader.readAll(playing.file(), 60)[0]).isEqualTo((short) 1);
        playing.close();
        assertThat(playing.file()).doesNotExist();
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void noneShouldBeKeptWhenTheCacheHasNoRoom() throws Exception {
        SpeechSettings none = SpeechSettings.fromEnvironment(Map.of("CALLWRIGHT_PLAY_CACHE_MIB", "0"));
        remote = new RemoteAudio(http, folder.resolve("play"), none, workers, Clock.systemUTC());
        cacheControl = List.of("max-age=60");
        heard();
        heard();
        assertThat(asked).hasSize(2);
        assertThat(files()).isZero();
    }

    private int remoteAgain() throws Exception {
        heard();
        return asked.size();
    }

    private PreparedPrompt fetch() throws Exception {
        return remote.fetch(url("/prompt")).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** The version that somebody hears who plays it now. */
    private int heard() throws Exception {
        try (PreparedPrompt prompt = fetch()) {
            return WavReader.readAll(prompt.file(), 60)[0];
        }
    }

    private byte[] wav(int version) throws IOException {
        Path file = Files.createTempDirectory(folder, "wav").resolve("a.wav");
        WavFileWriter.write(file, new short[] {(short) version});
        return Files.readAllBytes(file);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private long files() {
        try (Stream<Path> files = Files.list(folder.resolve("play"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
