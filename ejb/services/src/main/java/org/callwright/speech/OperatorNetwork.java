package org.callwright.speech;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.engine.port.WebhookException;
import org.callwright.http.GuardedHttpClient;
import org.callwright.http.HttpAnswer;
import org.callwright.http.HttpQuery;
import org.callwright.media.spi.tts.SpeechNetwork;
import org.callwright.settings.WebhookSettings;

/**
 * Lends the guarded client to speech providers. The operator named their services, so these may have addresses that
 * applications may not reach; each service has a client of its own, which asks nobody else.
 */
final class OperatorNetwork implements SpeechNetwork, AutoCloseable {

    private static final WebhookSettings LIMITS = new WebhookSettings(
            Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(60), 64, 256, 1_048_576);
    private static final String WANTED = "audio/wav, audio/*;q=0.9, application/json;q=0.8, */*;q=0.1";

    private final ThreadFactory threads;
    private final Map<String, GuardedHttpClient> clients = new ConcurrentHashMap<>();

    OperatorNetwork(ThreadFactory threads) {
        this.threads = threads;
    }

    @Override
    public Answer post(Question question) throws IOException, InterruptedException {
        List<Parameter> headers = question.headers().entrySet().stream()
                .map(header -> new Parameter(header.getKey(), header.getValue())).toList();
        WebRequest request = new WebRequest(new WebTarget(question.url(), HttpMethod.POST), List.of());
        HttpQuery<byte[]> query = new HttpQuery<>(request, WANTED, question.maxBytes(), question.limit(),
                HttpQuery.bytes(), headers,
                Optional.of(new HttpQuery.Content(question.mediaType(), question.body())));
        try {
            HttpAnswer<byte[]> answer = client(question.url()).ask(query).toCompletableFuture().get();
            return new Answer(answer.status(), answer.header("content-type"), answer.body());
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private GuardedHttpClient client(URI url) {
        String service = (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
        return clients.computeIfAbsent(service, any -> GuardedHttpClient.to(url, LIMITS, threads));
    }

    private static IOException failure(Throwable cause) {
        if (!(cause instanceof WebhookException known)) {
            return new IOException("the request could not be made", cause);
        }
        if (known.failure() == FetchFailure.TIMEOUT) {
            SocketTimeoutException late = new SocketTimeoutException(known.getMessage());
            late.initCause(known);
            return late;
        }
        return new IOException(known.getMessage(), known);
    }

    @Override
    public void close() {
        clients.values().forEach(GuardedHttpClient::close);
    }
}
