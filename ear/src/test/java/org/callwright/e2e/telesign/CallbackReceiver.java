package org.callwright.e2e.telesign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes callbacks as they come, byte by byte; answers as told and then 200. */
public final class CallbackReceiver implements AutoCloseable {

    private static final long LIMIT_SECONDS = 40;

    private final HttpServer http;
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Callback> waiting = new LinkedBlockingQueue<>();
    private final List<Callback> all = new CopyOnWriteArrayList<>();

    /** One request. */
    public record Callback(String method, String query, String contentType, String authorization, String tsAuthorization,
            byte[] body) {
    }

    public CallbackReceiver(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::handle);
        http.start();
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/done?for=a%20b&x=1";
    }

    public Callback await() {
        try {
            Callback callback = waiting.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (callback == null) {
                throw new AssertionError("no callback");
            }
            return callback;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int count() {
        return all.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Callback callback = new Callback(exchange.getRequestMethod(), exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("X-TS-Authorization"),
                    exchange.getRequestBody().readAllBytes());
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            all.add(callback);
            waiting.add(callback);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
