package org.callwright.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.engine.Eventually.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
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
    private final List<ServerSocket> sockets = new ArrayList<>();

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
    void stop() throws IOException {
        http.close();
        workers.close();
        server.stop(0);
        for (ServerSocket socket : sockets) {
            socket.close();
        }
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

    /** Stores of files give what they don't know as they like: by its content it is a WAV. */
    @Test
    void aWavOfAnyTypeShouldBePlayed() throws Exception {
        for (String type : List.of("application/octet-stream", "binary/octet-stream", "text/plain", "video/mpeg", "",
                "nonsense")) {
            String path = "/" + type.hashCode();
            serve(path, 200, type, wav(new short[80]));
            assertThat(WavReader.readAll(fetch(path).file(), 60)).as(type).hasSize(80);
        }
    }

    @Test
    void aWavBehindRedirectsShouldBePlayed() throws Exception {
        serve("/a.wav", 200, "audio/wav", wav(new short[80]));
        redirect("/second", "/a.wav");
        redirect("/first", url("/second").toString());
        assertThat(WavReader.readAll(fetch("/first").file(), 60)).hasSize(80);
    }

    @Test
    void redirectsThatLeadNowhereOrWhereNobodyMayGoShouldBeRefused() {
        redirect("/inside", "http://10.0.0.1/a.wav");
        redirect("/file", "file:///etc/passwd");
        redirect("/circle", "/circle");
        assertThat(failure(url("/inside"))).isEqualTo(PromptException.BAD_URL);
        assertThat(failure(url("/file"))).isEqualTo(PromptException.BAD_URL);
        assertThat(failure(url("/circle"))).isEqualTo(PromptException.UNPLAYABLE);
        eventually("folder is empty", () -> files() == 0);
    }

    @Test
    void aWavInChunksShouldBePlayed() throws Exception {
        byte[] wav = wav(new short[80]);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nR\r\n"));
        answer.writeBytes(ascii(Integer.toHexString(wav.length - 1) + ";name=value\r\n"));
        answer.write(wav, 1, wav.length - 1);
        answer.writeBytes(ascii("\r\n0\r\n\r\n"));
        assertThat(WavReader.readAll(remote.fetch(answering(answer.toByteArray())).toCompletableFuture()
                .get(20, TimeUnit.SECONDS).file(), 60)).hasSize(80);
    }

    /** The host was there, so it is the file that is wrong, and no reason to end a call. */
    @Test
    void aBodyThatBreaksOffOrIsPackedShouldBeNoAudioAndSayWhy() throws Exception {
        String ok = "HTTP/1.1 200 OK\r\n";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(wav(new short[80]));
        }
        Map<String, String> bodies = Map.of(
                ok + "Content-Length: 9000\r\n\r\nRIFF", "the connection broke",
                ok + "Transfer-Encoding: chunked\r\n\r\n4\r\nRIFF\r\n", "the connection broke",
                ok + "Transfer-Encoding: chunked\r\n\r\nzzz\r\nRIFF", "the answer is not valid HTTP",
                ok + "Content-Length: 4294967296\r\n\r\nRIFF", "the answer is larger than 100000 bytes",
                ok + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n"
                        + packed.toString(StandardCharsets.ISO_8859_1),
                "the answer is compressed, which was not asked for");
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            URI url = answering(body.getKey().getBytes(StandardCharsets.ISO_8859_1));
            assertThat(failure(url)).as(body.getValue()).isEqualTo(PromptException.NO_AUDIO);
            assertThat(reason(url)).isEqualTo(body.getValue());
        }
        eventually("folder is empty", () -> files() == 0);
    }

    @Test
    void aHostThatIsGoneShouldBeUnplayable() throws Exception {
        for (String answer : List.of("", "HTTP/1.1 abc\r\n\r\n")) {
            assertThat(failure(answering(ascii(answer)))).as(answer).isEqualTo(PromptException.UNPLAYABLE);
        }
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

    private void redirect(String path, String to) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    /** A server that says this to whoever comes, and hangs up. */
    private URI answering(byte[] answer) throws IOException {
        ServerSocket socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        sockets.add(socket);
        Thread thread = new Thread(() -> {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                        continue;
                    }
                    connection.getOutputStream().write(answer);
                } catch (IOException e) {
                    // the client hung up, or the test is over
                }
            }
        }, "answering");
        thread.setDaemon(true);
        thread.start();
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private PreparedPrompt fetch(String path) throws Exception {
        return remote.fetch(url(path)).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private int failure(URI url) {
        return refusal(url).code();
    }

    private String reason(URI url) {
        return refusal(url).getMessage();
    }

    private PromptException refusal(URI url) {
        try {
            throw new AssertionError("fetched: " + remote.fetch(url).toCompletableFuture().get(20, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(PromptException.class);
            return (PromptException) e.getCause();
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
