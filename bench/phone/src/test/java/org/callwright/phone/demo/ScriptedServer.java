package org.callwright.phone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.callwright.phone.Answering;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.media.Audio;
import org.callwright.phone.media.Tones;
import org.callwright.phone.media.WavFile;

/** Behaves to the demo as the server does, as far as one call goes: a phone that records, and a REST resource. */
final class ScriptedServer implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String RECORDINGS = "/restcomm/2012-04-24/Accounts/AC1/Recordings";

    private final Phone phone = Phone.udp("127.0.0.1").onInvite(Answering.answer());
    private final HttpServer http;
    private final Path wav;
    private volatile String status = "in-progress";
    private int lists;

    ScriptedServer(Path folder) throws IOException {
        wav = folder.resolve("server.wav");
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 8);
        http.createContext(RECORDINGS, this::serve);
        http.start();
    }

    String sip() {
        return "127.0.0.1:" + phone.port();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Takes one call: beep, record until #, tell the application, hang up. */
    void takeCall(String application) throws IOException, InterruptedException {
        PhoneCall call = phone.awaitCall(SOON);
        call.awaitAnswered(SOON);
        post(application + DemoApplication.VOICE, "CallSid=CA1");
        call.sendTone(1000, Duration.ofMillis(400));
        Duration start = call.received().length();
        call.awaitDigits("#", SOON);
        WavFile.write(wav, new Audio(call.received().between(start, SOON.multipliedBy(2)).samples()));
        post(application + DemoApplication.RECORDED, "CallSid=CA1&RecordingDuration=2");
        call.send(Tones.sine(300, Duration.ofMillis(200)));
        call.hangup();
    }

    private static void post(String url, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String credentials = "Basic " + Base64.getEncoder()
                    .encodeToString("AC1:secret".getBytes(StandardCharsets.UTF_8));
            if (path.equals(RECORDINGS + ".json?CallSid=CA1")) {
                boolean known = credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"));
                status = ++lists > 2 ? "completed" : status;
                answer(exchange, known ? 200 : 401, ("{\"page\":0,\"recordings\":[{\"sid\":\"RE1\","
                        + "\"call_sid\":\"CA1\",\"status\":\"" + status + "\",\"duration\":\"2\"}]}")
                        .getBytes(StandardCharsets.UTF_8));
            } else if (path.equals(RECORDINGS + "/RE1.wav")) {
                answer(exchange, 200, Files.readAllBytes(wav));
            } else {
                answer(exchange, 404, new byte[0]);
            }
        }
    }

    private static void answer(HttpExchange exchange, int code, byte[] body) throws IOException {
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        phone.close();
        http.stop(0);
    }
}
