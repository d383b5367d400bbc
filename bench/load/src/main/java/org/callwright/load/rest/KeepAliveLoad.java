package org.callwright.load.rest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.callwright.load.report.Histogram;

/**
 * The same GET again and again on connections that are kept alive, one request at a time on each: how many a second the
 * server answers. An answer other than 200 ends the measurement.
 */
public final class KeepAliveLoad {

    /** What one connection did. */
    private record Part(Histogram times, double seconds) {
    }

    /**
     * What all did.
     *
     * @param perSecond answers a second
     * @param worstP99Micros of the connection that was served worst
     */
    public record Result(long count, double perSecond, long worstP99Micros) {
    }

    private final URI url;
    private final byte[] request;

    /** @param authorization empty for none */
    public KeepAliveLoad(URI url, String authorization) {
        this.url = url;
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        this.request = ("GET " + url.getRawPath() + query + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n"
                + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
                + "Accept: */*\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    public Result run(int connections, double seconds) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Part>> parts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                parts.add(threads.submit(() -> connection(seconds)));
            }
            long count = 0;
            double perSecond = 0;
            long worst = 0;
            for (Future<Part> future : parts) {
                Part part = future.get();
                count += part.times().count();
                perSecond += part.times().count() / part.seconds();
                worst = Math.max(worst, part.times().percentile(0.99));
            }
            return new Result(count, perSecond, worst);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Part connection(double seconds) throws IOException {
        Histogram times = new Histogram();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            long begin = System.nanoTime();
            long now = begin;
            while (now - begin < seconds * 1e9) {
                socket.getOutputStream().write(request);
                int status = HttpAnswers.skip(in);
                if (status != 200) {
                    throw new IOException(status + " from " + url);
                }
                long after = System.nanoTime();
                times.add((after - now) / 1000);
                now = after;
            }
            return new Part(times, (now - begin) / 1e9);
        }
    }
}
