package org.callwright.media.mgcp.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.transaction.CommandHandler;
import org.callwright.media.mgcp.transaction.Loop;
import org.callwright.media.mgcp.transaction.MgcpPeer;
import org.callwright.media.mgcp.transaction.Reply;
import org.callwright.media.mgcp.transaction.TransactionCounters;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.MediaStatistics;

/**
 * A running gateway: a media server of the given driver, steered by call agents over MGCP. It tells them of its start
 * (RSIP restart), may be drained (graceful), and tells them of its end (forced).
 */
public final class MgcpGateway implements AutoCloseable {

    private final MediaServer server;
    private final MgcpPeer peer;
    private final Endpoints endpoints;
    private final Releases releases;
    private final Restarts restarts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private MgcpGateway(GatewayConfig config, MediaServer server) throws IOException {
        this.server = server;
        Late handler = new Late();
        peer = MgcpPeer.bind(config.bind(), config.transactions(), handler);
        Loop loop = peer.loop();
        String domain = domain(peer.localAddress());
        Folders folders = new Folders(config.announcements(), config.recordings());
        endpoints = new Endpoints(server, config.prefix(), domain, config.maxEndpoints(),
                (name, kind, session) -> endpoint(name, kind, session, folders));
        releases = new Releases(endpoints, loop);
        handler.is(new Commands(new ConnectionCommands(endpoints, loop, releases), endpoints,
                new AuditCommands(endpoints, loop),
                config.callAgents().stream().map(InetSocketAddress::getAddress).collect(Collectors.toSet())));
        restarts = new Restarts(peer, new EndpointName(config.prefix() + "/*", domain), config.callAgents());
    }

    /**
     * Starts a media server and its gateway.
     *
     * @throws MediaException with {@link MediaFailure#RESOURCE_UNAVAILABLE} when a socket can't be bound; the message
     *         names the address and port
     */
    public static MgcpGateway start(GatewayConfig config, MediaDriver driver) throws MediaException {
        MediaServer server = driver.start(config.media());
        try {
            MgcpGateway gateway = new MgcpGateway(config, server);
            GatewayLog.started(gateway.address(), config.prefix(), config.maxEndpoints());
            if (config.callAgents().isEmpty() && !config.bind().getAddress().isLoopbackAddress()) {
                GatewayLog.openToAll(gateway.address());
            }
            gateway.restarts.begun();
            return gateway;
        } catch (IOException e) {
            server.close();
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, e.getMessage(), e);
        }
    }

    private GatewayEndpoint endpoint(EndpointName name, EndpointKind kind, MediaSession session, Folders folders)
            throws MediaException {
        return kind == EndpointKind.IVR
                ? new IvrEndpoint(name, session, peer.loop(), folders,
                        new Notifier(name, peer::send, () -> releases.abandoned(name)))
                : new MixEndpoint(name, kind, session);
    }

    private static String domain(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + address.getPort();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return peer.localAddress();
    }

    /** What the media server counted. */
    public MediaStatistics statistics() {
        return server.statistics();
    }

    /** What the MGCP socket counted. */
    public TransactionCounters counters() {
        return peer.counters();
    }

    /** Takes no new endpoints, tells call agents so, and waits until all are gone or the limit is over. */
    public void drain(Duration limit) {
        peer.loop().execute(endpoints::drain);
        restarts.graceful();
        long deadline = System.nanoTime() + limit.toNanos();
        while (onLoop(endpoints::size) > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private int onLoop(Supplier<Integer> question) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        peer.loop().execute(() -> answer.complete(question.get()));
        return await(answer, 0);
    }

    private static <T> T await(CompletableFuture<T> future, T otherwise) {
        try {
            return future.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException | TimeoutException e) {
            return otherwise;
        }
    }

    /** Tells call agents, and ends everything; does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            await(restarts.forced(), null);
            server.close();
            peer.close();
            GatewayLog.stopped();
        }
    }

    /** A handler that is named after the socket is bound; until then commands are not ready to be executed. */
    private static final class Late implements CommandHandler {

        private volatile CommandHandler handler = (command, from, reply) ->
                reply.respond(MgcpResponse.of(ReturnCode.NOT_READY, "starting"));

        void is(CommandHandler named) {
            handler = named;
        }

        @Override
        public void handle(MgcpCommand command, InetSocketAddress from, Reply reply) {
            handler.handle(command, from, reply);
        }
    }
}
