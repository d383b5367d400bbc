package org.callwright.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.callwright.call.value.HttpMethod;
import org.callwright.settings.WebhookSettings;

/**
 * The connections: HTTP/1.1 over a pool of kept ones, on a few threads that never block. It does nothing by itself, no
 * redirect, no retry, no cookie, no unpacking, and it can't resolve names: it connects to the address it is given.
 */
final class HttpWire implements AutoCloseable {

    /** Shorter than what common servers keep an idle connection for, so that few are found closed. */
    private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(3);
    private static final int MAX_CONNECTIONS = 10_000;

    private final CloseableHttpAsyncClient client;

    HttpWire(WebhookSettings settings, ThreadFactory threads, SSLContext trust) {
        Timeout read = Timeout.of(settings.readTimeout());
        client = HttpAsyncClients.custom()
                .setThreadFactory(threads)
                .setUserAgent("Callwright/0.1")
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(2).setSoTimeout(read).build())
                .setHttp1Config(Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(16_384).build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(read)
                        .setConnectionRequestTimeout(Timeout.of(settings.totalTimeout()))
                        .build())
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setDnsResolver(new NoResolver())
                        // Both, because the check built into the JDK alone let another host's certificate pass here.
                        .setTlsStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(trust)
                                .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                                .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier())
                                .buildAsync())
                        .setMaxConnPerRoute(settings.maxInFlight())
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .setHandshakeTimeout(read)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(read)
                                .build())
                        .build())
                .setKeepAliveStrategy((response, context) -> {
                    TimeValue wanted =
                            DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
                    return TimeValue.isPositive(wanted) && wanted.compareTo(KEEP_ALIVE) < 0 ? wanted : KEEP_ALIVE;
                })
                .evictIdleConnections(KEEP_ALIVE)
                .evictExpiredConnections()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        client.start();
    }

    <T> Future<?> send(HttpHost host, URI url, HttpQuery<T> query, ReplyConsumer<T> consumer,
            HttpClientContext context, FutureCallback<Reply<T>> callback) {
        return client.execute(host, request(url, query), consumer, null, context, callback);
    }

    private static AsyncRequestProducer request(URI url, HttpQuery<?> query) {
        AsyncRequestBuilder request = query.content()
                .map(content -> AsyncRequestBuilder.post(FormData.of(HttpMethod.GET, url, List.of()).url())
                        .setEntity(content.bytes(), ContentType.parse(content.mediaType())))
                .orElseGet(() -> form(url, query));
        query.headers().forEach(header -> request.addHeader(header.name(), header.value()));
        return request.addHeader("Accept", query.accept()).build();
    }

    private static AsyncRequestBuilder form(URI url, HttpQuery<?> query) {
        HttpMethod method = query.request().target().method();
        FormData form = FormData.of(method, url, query.request().parameters());
        return method == HttpMethod.GET
                ? AsyncRequestBuilder.get(form.url())
                : AsyncRequestBuilder.post(form.url()).setEntity(form.body().getBytes(StandardCharsets.US_ASCII),
                        ContentType.create("application/x-www-form-urlencoded", StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** Nothing here may look up a name: the address was checked before, and another look-up could give another. */
    private static final class NoResolver implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("names are resolved before connecting");
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException("names are resolved before connecting");
        }
    }
}
