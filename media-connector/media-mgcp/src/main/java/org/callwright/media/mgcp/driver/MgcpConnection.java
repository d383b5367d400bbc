package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.agent.AgentLog;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.message.ConnectionParameters;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.mgcp.message.ObservedEvent;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Signal;
import org.callwright.media.spi.ConnectionStatistics;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.NetworkConnectionListener;
import org.callwright.media.spi.SdpPortManager;

/**
 * One leg: an endpoint {@code ivr} with its connection. When that is lost with its server, what runs on it fails at
 * once. The peer then counts as inactive, for nobody hears it any more: after the limit for silence, so that the call's
 * program may go on; at once when it was in a mix, since two who talk wait for nothing that could end.
 */
final class MgcpConnection implements NetworkConnection {

    private final MgcpSession session;
    private final NetworkConnectionListener listener;
    private final RemoteEndpoint endpoint;
    private final MgcpSdpPortManager sdp;
    private final CompletableFuture<Void> up = new CompletableFuture<>();
    private final Set<MgcpMixer> mixers = new HashSet<>();
    private Optional<MgcpGroup> group = Optional.empty();
    private Optional<CompletionStage<?>> deletion = Optional.empty();
    private ConnectionStatistics counted = ConnectionStatistics.NONE;
    private boolean unheard;

    MgcpConnection(MgcpSession session, NetworkConnectionListener listener) {
        this.session = session;
        this.listener = listener;
        this.endpoint = new RemoteEndpoint(session.agent(), session.site(), this::notified, this::lost);
        this.sdp = new MgcpSdpPortManager(session, this);
    }

    @Override
    public SdpPortManager sdpPortManager() {
        return sdp;
    }

    MgcpSession session() {
        return session;
    }

    RemoteEndpoint endpoint() {
        return endpoint;
    }

    boolean isUp() {
        return endpoint.isUp();
    }

    /** Ends when the endpoint is there. */
    CompletionStage<Void> up() {
        return up;
    }

    /** Tells the media server of an offer or an answer, or without one has it make an offer. */
    CompletionStage<MgcpResponse> negotiate(Optional<String> description) {
        return isUp() ? endpoint.modify(description)
                : endpoint.create(description).thenCompose(response -> created().thenApply(done -> response));
    }

    /** The answer waits until events are asked for, so that the peer's first key is not lost. */
    private CompletionStage<?> created() {
        session.gauges().connections.incrementAndGet();
        up.complete(null);
        return group.<CompletionStage<?>>map(joined -> joined.operations().begin())
                .orElseGet(() -> endpoint.request(List.of()));
    }

    CompletionStage<MgcpResponse> request(List<Signal> signals) {
        return endpoint.request(signals);
    }

    void joined(MgcpGroup by) {
        group = Optional.of(by);
    }

    /** Is to be in that mixer and no other; ends when it has left the others. */
    CompletionStage<Void> joined(MgcpMixer by) {
        CompletableFuture<?>[] partings = mixers.stream().filter(mixer -> mixer != by)
                .map(mixer -> mixer.part(this).toCompletableFuture()).toArray(CompletableFuture[]::new);
        mixers.clear();
        mixers.add(by);
        return CompletableFuture.allOf(partings);
    }

    private void notified(MgcpCommand command) {
        List<ObservedEvent> events;
        try {
            events = ObservedEvent.parseList(command.parameters().get(ParameterNames.OBSERVED_EVENTS, ""));
        } catch (MgcpSyntaxException e) {
            AgentLog.failed(session.correlationId(), "a notification", e.getMessage());
            return;
        }
        events.forEach(this::observed);
    }

    private void observed(ObservedEvent event) {
        if (event.packageName().equalsIgnoreCase("D") && event.name().length() == 1) {
            group.ifPresent(joined -> joined.key(Character.toUpperCase(event.name().charAt(0))));
        } else if (event.packageName().equalsIgnoreCase("CW") && event.name().equalsIgnoreCase("in")) {
            inactive(Duration.ofMillis(event.arguments().longOf("ms").orElse(0)));
        } else {
            group.ifPresent(joined -> AuResult.of(event).ifPresent(joined.operations()::ended));
        }
    }

    private void inactive(Duration silence) {
        session.tell(() -> listener.inactive(silence));
    }

    private void lost(String why) {
        AgentLog.lost(session.correlationId(), endpoint.server().name(), why);
        session.gauges().connections.decrementAndGet();
        if (mixers.stream().anyMatch(mixer -> mixer.has(this))) {
            unheard();
        }
        mixers.forEach(mixer -> mixer.forget(this));
        group.ifPresent(joined -> joined.operations().lost(why));
        Duration limit = session.inactivityLimit();
        if (!limit.isZero()) {
            session.later(limit, this::unheard);
        }
    }

    /** The peer hears and is heard no more; told once. */
    void unheard() {
        if (!unheard && deletion.isEmpty()) {
            unheard = true;
            inactive(session.inactivityLimit());
        }
    }

    @Override
    public void join(Direction direction, Joinable other) throws MediaException {
        if (!(other instanceof MgcpGroup || other instanceof MgcpMixer)) {
            throw new MediaException(MediaFailure.INTERNAL,
                    "the MGCP driver joins a connection with a group or a mixer only");
        }
        other.join(opposite(direction), this);
    }

    private static Direction opposite(Direction direction) {
        return switch (direction) {
            case SEND -> Direction.RECV;
            case RECV -> Direction.SEND;
            case DUPLEX -> Direction.DUPLEX;
        };
    }

    @Override
    public void unjoin(Joinable other) {
        if (other instanceof MgcpGroup || other instanceof MgcpMixer) {
            other.unjoin(this);
        }
    }

    @Override
    public CompletionStage<ConnectionStatistics> statistics() {
        CompletableFuture<ConnectionStatistics> told = new CompletableFuture<>();
        session.run(() -> latest().whenComplete((done, failure) -> {
            ConnectionStatistics known = counted;
            session.tell(() -> told.complete(known));
        }));
        return told.minimalCompletionStage();
    }

    /** Ends when it is known what there is to know: the word of the deletion, or of an audit. */
    private CompletionStage<?> latest() {
        return deletion.isPresent() ? deletion.get()
                : endpoint.count().thenAccept(audited -> audited.ifPresent(this::note));
    }

    /** Counts grow; of words that overtake each other the larger holds. */
    private void note(ConnectionStatistics told) {
        if (told.packetsSent() + told.packetsReceived() >= counted.packetsSent() + counted.packetsReceived()) {
            counted = told;
        }
    }

    @Override
    public void release() {
        session.run(() -> {
            group.ifPresent(joined -> joined.left(this));
            delete();
        });
    }

    /** The deletion that was begun, when there was something to delete. */
    Optional<CompletionStage<?>> deletion() {
        return deletion;
    }

    /** Deletes the endpoint; the stage never fails. */
    CompletionStage<?> delete() {
        if (deletion.isPresent()) {
            return deletion.get();
        }
        mixers.forEach(mixer -> mixer.forget(this));
        up.completeExceptionally(Failures.released());
        CompletionStage<?> deleted = endpoint.delete().thenAccept(this::deleted);
        deletion = Optional.of(deleted);
        return deleted;
    }

    private void deleted(Optional<MgcpResponse> response) {
        if (endpoint.name() != null && endpoint.lost().isEmpty()) {
            session.gauges().connections.decrementAndGet();
        }
        response.flatMap(ConnectionParameters::of).ifPresent(last -> {
            note(last);
            session.gauges().ended(last);
        });
    }
}
