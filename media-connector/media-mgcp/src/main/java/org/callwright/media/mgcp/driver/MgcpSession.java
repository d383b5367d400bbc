package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.agent.CallAgent;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.NetworkConnectionListener;

/**
 * The media of one call. Its release deletes its endpoints and ends when each thing that ran has told its end, or had
 * the time to.
 */
final class MgcpSession implements MediaSession {

    private final MgcpServer server;
    private final String correlationId;
    private final Site site;
    private final List<MgcpConnection> connections = new ArrayList<>();
    private final List<MgcpGroup> groups = new ArrayList<>();
    private final List<MgcpMixer> mixers = new ArrayList<>();
    private final MixerClaims mixerClaims = new MixerClaims();
    private volatile boolean released;
    private boolean ending;

    MgcpSession(MgcpServer server, String correlationId, Site site) {
        this.server = server;
        this.correlationId = correlationId;
        this.site = site;
    }

    @Override
    public NetworkConnection createNetworkConnection(NetworkConnectionListener listener) throws MediaException {
        checkOpen();
        MgcpConnection connection = new MgcpConnection(this, listener);
        run(() -> connections.add(connection));
        return connection;
    }

    @Override
    public MediaGroup createMediaGroup() throws MediaException {
        checkOpen();
        MgcpGroup group = new MgcpGroup(this);
        run(() -> groups.add(group));
        return group;
    }

    @Override
    public MediaMixer createMediaMixer() throws MediaException {
        checkOpen();
        MgcpMixer mixer = new MgcpMixer(this);
        run(() -> mixers.add(mixer));
        return mixer;
    }

    private void checkOpen() throws MediaException {
        if (released) {
            throw Failures.released();
        }
    }

    boolean isReleased() {
        return released;
    }

    MgcpServer server() {
        return server;
    }

    /** Where its endpoints are. */
    Site site() {
        return site;
    }

    MixerClaims mixerClaims() {
        return mixerClaims;
    }

    String correlationId() {
        return correlationId;
    }

    CallAgent agent() {
        return server.agent();
    }

    Gauges gauges() {
        return server.gauges();
    }

    Duration inactivityLimit() {
        return server.inactivityLimit();
    }

    /** Runs work on the agent's loop, in the order of the calls. */
    void run(Runnable work) {
        server.run(work);
    }

    void later(Duration delay, Runnable work) {
        server.later(delay, work);
    }

    /** Tells a receiver outside. */
    void tell(Runnable event) {
        server.tell(event);
    }

    @Override
    public void release() {
        released = true;
        run(this::end);
    }

    private void end() {
        if (ending) {
            return;
        }
        ending = true;
        List<CompletionStage<?>> parts = new ArrayList<>();
        mixers.forEach(mixer -> parts.add(mixer.end()));
        connections.forEach(connection -> parts.add(connection.delete()));
        groups.forEach(group -> parts.add(group.close()));
        CompletableFuture.allOf(parts.stream().map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
                    connections.forEach(connection -> connection.endpoint().forget());
                    server.ended(this);
                });
    }
}
