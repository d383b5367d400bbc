package org.callwright.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.engine.Eventually.eventually;
import static org.callwright.http.ScriptedServer.response;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.ssl.SSLContexts;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.engine.port.WebhookException;
import org.callwright.settings.WebhookSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guarded client against servers on real sockets that behave well and badly. */
@Timeout(60)
class WebhookClientTest {

    private static final WebhookSettings QUICK = settings(2, 2, Duration.ofMillis(1_500));

    private final List<AutoCloseable> open = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void aPostShouldCarryItsParametersAsFormAndTheUrlsOwnQueryWithThem() throws Exception {
        ScriptedServer server = server(ScriptedServer.answering(
                response(200, "Content-Type: Text/XML; charset=iso-8859-1\r\n", "<Response/>")));
        FetchedDocument document = fetch(HttpMethod.POST, server.url("/a?tenant=7&x=%26#part"),
                new Parameter("From", "+1555"), new Parameter("CallerName", "Zoë & Co"));
        assertThat(document).isEqualTo(new FetchedDocument(
                URI.create(server.url("/a?tenant=7&x=%26#part")), 200, "text/xml", "<Response/>"));
        ScriptedServer.Seen seen = server.seen.get(0);
        assertThat(seen.line()).isEqualTo("POST /a HTTP/1.1");
        assertThat(seen.body()).isEqualTo("tenant=7&x=%26&From=%2B1555&CallerName=Zo%C3%AB+%26+Co");
        assertThat(seen.headers()).contains("Host: 127.0.0.1:" + server.port())
                .anyMatch(header -> header.startsWith("Content-Type: application/x-www-form-urlencoded"))
                .noneMatch(header -> header.toLowerCase().startsWith("accept-encoding"));
    }

    @Test
    void aGetShouldCarryItsParametersBehindTheUrlsOwnQuery() throws Exception {
        ScriptedServer server = server(ScriptedServer.answering(response(200, "", "")));
        fetch(HttpMethod.GET, server.url("?a=b%20c"), new Parameter("From", "+1555"));
        assertThat(server.seen.get(0).line()).isEqualTo("GET /?a=b%20c&From=%2B1555 HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 404, 500, 503})
    void everyFinalStatusShouldBeHandedOn(int status) throws Exception {
        ScriptedServer server = server(ScriptedServer.answering(
                status == 204 ? "HTTP/1.1 204 X\r\n\r\n" : response(status, "", "why")));
        assertThat(fetch(HttpMethod.POST, server.url("/")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsShouldBeFollowedWithTheSameMethodAndParameters(int status) throws Exception {
        ScriptedServer server = server(new ScriptedServer((path, out) -> {
            out.write((path.equals("/old") ? response(status, "Location: /new?k=v\r\n", "moved")
                    : response(200, "", "here")).getBytes());
            return true;
        }));
        FetchedDocument document = fetch(HttpMethod.POST, server.url("/old"), new Parameter("a", "b"));
        assertThat(document.body()).isEqualTo("here");
        assertThat(document.url()).isEqualTo(URI.create(server.url("/new?k=v")));
        assertThat(server.seen.get(1).line()).isEqualTo("POST /new HTTP/1.1");
        assertThat(server.seen.get(1).body()).isEqualTo("k=v&a=b");
    }

    @Test
    void endlessRedirectsShouldEnd() {
        ScriptedServer server = server(ScriptedServer.answering(response(302, "Location: /again\r\n", "")));
        assertThat(failure(client(QUICK), server.url("/"))).isEqualTo(FetchFailure.PROTOCOL);
        assertThat(server.seen).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Location: \r\n", "Location: http://[broken\r\n"})
    void aRedirectWithoutATargetShouldFail(String header) {
        ScriptedServer server = server(ScriptedServer.answering(response(302, header, "")));
        assertThat(failure(client(QUICK), server.url("/"))).isEqualTo(FetchFailure.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]:8080/",
            "http://[::ffff:10.0.0.1]/", "http://2130706434/", "http://0x0a000001/"})
    void aRedirectToAnInternalAddressShouldBeRefused(String target) {
        ScriptedServer server = server(ScriptedServer.answering(response(302, "Location: " + target + "\r\n", "")));
        FetchFailure failure = failure(client(QUICK, "127.0.0.1/32"), server.url("/"));
        assertThat(failure).isIn(FetchFailure.ADDRESS_REFUSED, FetchFailure.IO);
        assertThat(failure == FetchFailure.IO).as("only where the platform takes the text for a name")
                .isEqualTo(target.contains("0x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "http://example.org:25/",
            "http://user:pw@example.org/", "http:///x", "mailto:a@b.c", "http://example.org:70000/"})
    void whatIsNoUsableUrlShouldBeRefused(String url) {
        assertThat(failure(client(QUICK), url)).isEqualTo(FetchFailure.INVALID_URL);
    }

    @Test
    void loopbackShouldBeRefusedUnlessAllowed() {
        ScriptedServer server = server(ScriptedServer.answering(response(200, "", "")));
        GuardedHttpClient http = http(QUICK, List.of(), InetAddress::getAllByName);
        assertThat(failure(new WebhookClient(http, QUICK), server.url("/"))).isEqualTo(FetchFailure.ADDRESS_REFUSED);
        assertThat(server.connections).isEmpty();
    }

    @Test
    void theAddressConnectedToShouldBeTheOneThatWasChecked() throws Exception {
        ScriptedServer server = server(ScriptedServer.answering(response(200, "", "checked")));
        AtomicInteger lookups = new AtomicInteger();
        GuardedHttpClient http = http(QUICK, List.of("127.0.0.0/8"), host -> {
            lookups.incrementAndGet();
            return new InetAddress[] {InetAddress.getByName("10.9.9.9"), InetAddress.getByName("127.0.0.1")};
        });
        String url = "http://name.example.org:" + server.port() + "/";
        assertThat(fetch(new WebhookClient(http, QUICK), HttpMethod.GET, url).body()).isEqualTo("checked");
        assertThat(lookups).hasValue(1);
        assertThat(server.seen.get(0).headers()).contains("Host: name.example.org:" + server.port());
    }

    @Test
    void anUnreachableAddressShouldNotHideAReachableOne() throws Exception {
        ScriptedServer server = server(ScriptedServer.answering(response(200, "", "second")));
        GuardedHttpClient http = http(QUICK, List.of("127.0.0.0/8"), host -> new InetAddress[] {
            InetAddress.getByName("127.0.0.99"), InetAddress.getByName("127.0.0.1")});
        assertThat(fetch(new WebhookClient(http, QUICK), HttpMethod.GET, "http://two:" + server.port() + "/").body())
                .isEqualTo("second");
    }

    @Test
    void anUnknownNameShouldFail() {
        GuardedHttpClient http = http(QUICK, List.of(), host -> {
            throw new UnknownHostException(host);
        });
        assertThat(failure(new WebhookClient(http, QUICK), "http://nowhere.example.org/")).isEqualTo(FetchFailure.IO);
    }

    @Test
    void aRefusedConnectionShouldFail() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        assertThat(failure(client(QUICK), "http://127.0.0.1:" + free + "/")).isEqualTo(FetchFailure.IO);
    }

    @Test
    void aHostThatHangsShouldTimeOutAndLeaveNothingBehind() {
        ScriptedServer server = server(new ScriptedServer((path, out) -> hang()));
        GuardedHttpClient http = http(QUICK, List.of("127.0.0.0/8"), InetAddress::getAllByName);
        assertThat(failure(new WebhookClient(http, QUICK), server.url("/"))).isEqualTo(FetchFailure.TIMEOUT);
        eventually("turn given back", () -> http.busyDestinations() == 0);
    }

    @Test
    void aHostThatDripsShouldBeCutAtTheTotalTime() {
        AtomicBoolean cut = new AtomicBoolean();
        ScriptedServer server = server(new ScriptedServer((path, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes());
            try {
                for (int i = 0; i < 1_000_000; i++) {
                    out.write('x');
                    out.flush();
                    pause(20);
                }
            } catch (IOException closed) {
                cut.set(true);
            }
            return false;
        }));
        assertThat(failure(client(QUICK), server.url("/"))).isEqualTo(FetchFailure.TIMEOUT);
        eventually("the connection is closed", cut::get);
    }

    @Test
    void aDnsServerThatHangsShouldTimeOut() {
        GuardedHttpClient http = http(QUICK, List.of(), host -> {
            hang();
            throw new UnknownHostException(host);
        });
        assertThat(failure(new WebhookClient(http, QUICK), "http://slow.example.org/")).isEqualTo(FetchFailure.TIMEOUT);
    }

    @Test
    void aHugeBodyShouldBeBrokenOffAnnouncedOrNot() {
        ScriptedServer announced = server(ScriptedServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx"));
        AtomicInteger written = new AtomicInteger();
        ScriptedServer endless = server(new ScriptedServer((path, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes());
            byte[] block = new byte[65_536];
            while (written.addAndGet(block.length) < 500_000_000) {
                out.write(block);
            }
            return false;
        }));
        assertThat(failure(client(QUICK), announced.url("/"))).isEqualTo(FetchFailure.TOO_LARGE);
        assertThat(failure(client(QUICK), endless.url("/"))).isEqualTo(FetchFailure.TOO_LARGE);
        assertThat(written.get()).isLessThan(100_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n", "HTTP/9.9 200 OK\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx"})
    void garbageShouldBeAProtocolFailure(String bytes) {
        ScriptedServer server = server(new ScriptedServer((path, out) -> {
            out.write(bytes.getBytes());
            return false;
        }));
        assertThat(failure(client(QUICK), server.url("/"))).isEqualTo(FetchFailure.PROTOCOL);
    }

    @Test
    void endlessHeadersShouldBeAProtocolFailure() {
        ScriptedServer server = server(new ScriptedServer((path, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes());
            for (int i = 0; i < 100_000; i++) {
                out.write(("X-" + i + ": y\r\n").getBytes());
            }
            return false;
        }));
        assertThat(failure(client(QUICK), server.url("/"))).isIn(FetchFailure.PROTOCOL, FetchFailure.IO);
    }

    @Test
    void anAnswerThatBreaksOffShouldFail() {
        ScriptedServer server = server(new ScriptedServer((path, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes());
            return false;
        }));
        assertThat(failure(client(QUICK), server.url("/"))).isIn(FetchFailure.IO, FetchFailure.PROTOCOL);
    }

    @Test
    void aPostThatWasTakenAndNotAnsweredShouldNotBeSentTwice() {
        ScriptedServer server = server(new ScriptedServer((path, out) -> false));
        assertThat(failure(client(QUICK), server.url("/"))).isEqualTo(FetchFailure.IO);
        assertThat(server.seen).hasSize(1);
    }

    @Test
    void connectionsShouldBeKeptAndAClosedOneReplaced() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        ScriptedServer server = server(new ScriptedServer((path, out) -> {
            out.write(response(200, "", "ok").getBytes());
            return requests.incrementAndGet() != 3;
        }));
        WebhookClient client = client(QUICK);
        for (int i = 0; i < 6; i++) {
            assertThat(fetch(client, HttpMethod.POST, server.url("/")).body()).isEqualTo("ok");
        }
        assertThat(server.connections).hasSizeBetween(2, 3);
    }

    @Test
    void aSlowHostShouldUseUpItsOwnBudgetOnly() throws Exception {
        ScriptedServer slow = server(new ScriptedServer((path, out) -> hang()));
        ScriptedServer quick = server(ScriptedServer.answering(response(200, "", "quick")));
        WebhookClient client = client(settings(2, 2, Duration.ofSeconds(4)));
        List<CompletableFuture<FetchedDocument>> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(client.fetch(request(HttpMethod.POST, slow.url("/"))).toCompletableFuture());
        }
        assertThat(kind(asked.get(4))).isEqualTo(FetchFailure.BUDGET_EXHAUSTED);
        assertThat(fetch(client, HttpMethod.POST, quick.url("/")).body()).isEqualTo("quick");
        assertThat(asked.subList(0, 4)).noneMatch(CompletableFuture::isDone);
        assertThat(slow.seen.size()).isLessThanOrEqualTo(2);
        for (CompletableFuture<FetchedDocument> one : asked.subList(0, 4)) {
            assertThat(kind(one)).isEqualTo(FetchFailure.TIMEOUT);
        }
    }

    @Test
    void theXmlDeclarationsCharsetShouldCountWhenTheHeaderNamesNone() throws Exception {
        byte[] body = "<?xml version='1.0' encoding='ISO-8859-1'?><Response><Say>Zoë</Say></Response>"
                .getBytes(StandardCharsets.ISO_8859_1);
        ScriptedServer server = server(new ScriptedServer((path, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes());
            out.write(body);
            return true;
        }));
        assertThat(fetch(HttpMethod.GET, server.url("/")).body()).contains("Zoë");
    }

    private boolean hang() {
        pause(30_000);
        return false;
    }

    /** Waits on a latch nobody opens before the end of the test: these servers are slow on purpose. */
    private void pause(long millis) {
        try {
            never.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FetchedDocument fetch(HttpMethod method, String url, Parameter... parameters) throws Exception {
        return fetch(client(QUICK), method, url, parameters);
    }

    private static FetchedDocument fetch(WebhookClient client, HttpMethod method, String url, Parameter... parameters)
            throws Exception {
        return client.fetch(request(method, url, parameters)).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static FetchFailure failure(WebhookClient client, String url) {
        return kind(client.fetch(request(HttpMethod.POST, url)).toCompletableFuture());
    }

    private static FetchFailure kind(CompletableFuture<?> asked) {
        try {
            throw new AssertionError("answered: " + asked.get(20, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(WebhookException.class);
            assertThat(e.getCause().getMessage()).doesNotContain("127.0.0.1");
            return ((WebhookException) e.getCause()).failure();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static WebRequest request(HttpMethod method, String url, Parameter... parameters) {
        return new WebRequest(new WebTarget(URI.create(url), method), List.of(parameters));
    }

    private WebhookClient client(WebhookSettings settings, String... allow) {
        List<String> ranges = allow.length == 0 ? List.of("127.0.0.0/8") : List.of(allow);
        return new WebhookClient(http(settings, ranges, InetAddress::getAllByName), settings);
    }

    private GuardedHttpClient http(WebhookSettings settings, List<String> allow, TargetGuard.Resolver resolver) {
        GuardedHttpClient http = new GuardedHttpClient(settings, allow, Executors.defaultThreadFactory(), resolver,
                SSLContexts.createDefault());
        open.add(http);
        return http;
    }

    private ScriptedServer server(ScriptedServer server) {
        open.add(server);
        return server;
    }

    private static WebhookSettings settings(int inFlight, int queued, Duration total) {
        return new WebhookSettings(
                Duration.ofSeconds(1), Duration.ofSeconds(30), total, inFlight, queued, 1_048_576);
    }
}
