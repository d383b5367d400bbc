package org.callwright.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP application that answers by script and remembers who asked what.
 *
 * <p>Answers are queued per path; the last one of a path is given again and again. A path without a script is 404.
 */
public final class WebApp {

    /** One request as the application saw it; parameters are those of the query and of the form. */
    public record Request(String method, String path, Map<String, String> headers, Map<String, String> parameters) {

        public String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    /** What is sent back, after a delay. */
    public record Answer(int status, Map<String, String> headers, byte[] body, Duration delay) {

        public static Answer rcml(String verbs) {
            return of(200, "application/xml", ("<Response>" + verbs + "</Response>").getBytes(StandardCharsets.UTF_8));
        }

        public static Answer of(int status, String contentType, byte[] body) {
            return new Answer(status, Map.of("Content-Type", contentType), body, Duration.ZERO);
        }

        public static Answer status(int status) {
            return of(status, "text/plain", new byte[0]);
        }

        public static Answer redirect(String location) {
            return new Answer(302, Map.of("Location", location), new byte[0], Duration.ZERO);
        }

        public Answer after(Duration newDelay) {
            return new Answer(status, headers, body, newDelay);
        }
    }

    private final HttpServer http;
    private final Map<String, Deque<Answer>> scripts = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();

    private WebApp(HttpServer http) {
        this.http = http;
    }

    /** Starts an application on that port of the loopback address; 0 takes any free one. */
    public static WebApp on(int port) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            WebApp application = new WebApp(http);
            http.createContext("/", application::handle);
            http.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "web-app");
                thread.setDaemon(true);
                return thread;
            }));
            http.start();
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port, e);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    /** Replaces the script of that path. */
    public synchronized WebApp answer(String path, Answer... answers) {
        scripts.put(path, new ArrayDeque<>(List.of(answers)));
        return this;
    }

    /** Replaces the script of that path by one document with those verbs. */
    public WebApp answer(String path, String verbs) {
        return answer(path, Answer.rcml(verbs));
    }

    /** Forgets scripts and requests. */
    public synchronized void reset() {
        scripts.clear();
        requests.clear();
    }

    /** Forgets scripts and requests of that path and of those below it. */
    public synchronized void forget(String path) {
        scripts.keySet().removeIf(scripted -> isBelow(scripted, path));
        requests.removeIf(request -> isBelow(request.path(), path));
    }

    private static boolean isBelow(String path, String parent) {
        return path.equals(parent) || path.startsWith(parent + "/");
    }

    public synchronized List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** Waits for the request with that number (from 1) at that path. */
    public synchronized Request await(String path, int count, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (requests(path).size() < count) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(path + " was asked " + requests(path).size() + " times, not " + count
                        + ", within " + limit + "; all requests: " + requests);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return requests(path).get(count - 1);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = note(read(exchange));
            pause(answer.delay());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(answer.body());
                }
            }
        }
    }

    private synchronized Answer note(Request request) {
        requests.add(request);
        notifyAll();
        Deque<Answer> script = scripts.getOrDefault(request.path(), new ArrayDeque<>());
        if (script.isEmpty()) {
            return Answer.status(404);
        }
        return script.size() == 1 ? script.peek() : script.poll();
    }

    private static void pause(Duration delay) {
        if (!delay.isZero()) {
            try {
                TimeUnit.MILLISECONDS.sleep(delay.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        Map<String, String> parameters = new LinkedHashMap<>();
        parse(exchange.getRequestURI().getRawQuery(), parameters);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (headers.getOrDefault("Content-type", "").startsWith("application/x-www-form-urlencoded")) {
            parse(body, parameters);
        }
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers, parameters);
    }

    private static void parse(String text, Map<String, String> into) {
        if (text == null || text.isEmpty()) {
            return;
        }
        for (String field : text.split("&")) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            String value = equals < 0 ? "" : field.substring(equals + 1);
            into.put(URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
    }
}
