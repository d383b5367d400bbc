package org.callwright.phone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A voice application as a customer would write one: {@code /demo/voice} greets and records, {@code /demo/recorded}
 * says thank you and hangs up. Listens on loopback alone, and tells every request with the RCML that answered it.
 */
public final class DemoApplication implements AutoCloseable {

    static final String VOICE = "/demo/voice";
    static final String RECORDED = "/demo/recorded";
    static final String STATUS = "/demo/status";

    private static final String GREETING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Response>
              <Say>Welcome to Callwright. Please leave a message after the beep.</Say>
              <Record maxLength="5" finishOnKey="#" playBeep="true" action="/demo/recorded" method="POST"/>
            </Response>
            """;
    private static final String THANKS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Response>
              <Say>Thank you. Your message was recorded. Good bye.</Say>
              <Hangup/>
            </Response>
            """;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "demo-application");
        thread.setDaemon(true);
        return thread;
    });
    private final Consumer<String> story;
    private final Map<String, Map<String, String>> lastParameters = new HashMap<>();

    private DemoApplication(HttpServer server, Consumer<String> story) {
        this.server = server;
        this.story = story;
    }

    /**
     * Starts to serve.
     *
     * @param port 0 for a free one
     * @param story takes one text for each request served
     */
    public static DemoApplication start(int port, Consumer<String> story) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 16);
        DemoApplication application = new DemoApplication(server, story);
        server.setExecutor(application.threads);
        server.createContext(VOICE, exchange -> application.serve(exchange, VOICE, GREETING));
        server.createContext(RECORDED, exchange -> application.serve(exchange, RECORDED, THANKS));
        server.createContext(STATUS, exchange -> application.serve(exchange, STATUS, ""));
        server.start();
        return application;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What the demo's number has as VoiceUrl. */
    public String voiceUrl() {
        return "http://127.0.0.1:" + port() + VOICE;
    }

    /** The parameters of the last request to a path; empty when there was none. */
    synchronized Optional<Map<String, String>> lastParameters(String path) {
        return Optional.ofNullable(lastParameters.get(path));
    }

    private void serve(HttpExchange exchange, String path, String rcml) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
            parameters.putAll(parameters(body));
            synchronized (this) {
                lastParameters.put(path, parameters);
            }
            byte[] answer = rcml.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            exchange.sendResponseHeaders(answer.length == 0 ? 204 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            story.accept(exchange.getRequestMethod() + " " + path + " " + parameters.keySet() + "\n" + rcml);
        }
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new HashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&")) {
                String[] sides = pair.split("=", 2);
                parameters.put(URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
                        sides.length == 2 ? URLDecoder.decode(sides[1], StandardCharsets.UTF_8) : "");
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
