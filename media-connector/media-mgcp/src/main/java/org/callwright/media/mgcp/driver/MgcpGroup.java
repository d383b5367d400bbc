package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.callwright.media.mgcp.agent.Dialect;
import org.callwright.media.mgcp.message.Signal;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MachineDetector;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.Player;
import org.callwright.media.spi.Recorder;
import org.callwright.media.spi.SignalDetector;

/**
 * Signals and events of the endpoint that it is joined with. What is wanted before that endpoint is there, is asked of
 * it when it is. Leaving it ends what runs.
 */
final class MgcpGroup implements MediaGroup, Operations.Channel {

    /** What our gateway takes at most to close a file and to get the word through; the others may never say it. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration SHORT_GRACE = Duration.ofSeconds(1);

    private final MgcpSession session;
    private final Operations operations;
    private final MgcpPlayer player;
    private final MgcpRecorder recorder;
    private final MgcpRecorder liveRecorder;
    private final MgcpMachineDetector machineDetector;
    private volatile Consumer<SignalDetector.Signal> signalReceiver = signal -> { };
    private Optional<MgcpConnection> connection = Optional.empty();

    MgcpGroup(MgcpSession session) {
        this.session = session;
        operations = session.agent().settings().dialect() == Dialect.RESTCOMM
                ? new OneOfAKind(this, this::key) : new Operations(this);
        player = new MgcpPlayer(session, operations);
        recorder = new MgcpRecorder(session, operations, false);
        liveRecorder = new MgcpRecorder(session, operations, true);
        machineDetector = new MgcpMachineDetector(session, operations);
    }

    @Override
    public Player player() {
        return player;
    }

    @Override
    public Recorder recorder() {
        return recorder;
    }

    @Override
    public Recorder liveRecorder() {
        return liveRecorder;
    }

    @Override
    public SignalDetector signalDetector() {
        return receiver -> signalReceiver = receiver;
    }

    @Override
    public MachineDetector machineDetector() {
        return machineDetector;
    }

    Operations operations() {
        return operations;
    }

    @Override
    public void join(Direction direction, Joinable other) throws MediaException {
        if (!(other instanceof MgcpConnection joined) || joined.session() != session) {
            throw new MediaException(MediaFailure.INTERNAL,
                    "the MGCP driver joins a group with a connection of the same session only");
        }
        if (direction != Direction.DUPLEX) {
            throw new MediaException(MediaFailure.INTERNAL, "the MGCP driver joins a group both ways only");
        }
        session.run(() -> {
            connection = Optional.of(joined);
            joined.joined(this);
            operations.begin();
        });
    }

    @Override
    public void unjoin(Joinable other) {
        session.run(() -> {
            if (connection.filter(joined -> joined == other).isPresent()) {
                leave();
            }
        });
    }

    private void leave() {
        operations.stop(operation -> true);
        connection = Optional.empty();
    }

    /** The connection is about to be deleted. */
    void left(MgcpConnection gone) {
        if (connection.filter(joined -> joined == gone).isPresent()) {
            leave();
        }
    }

    void key(char digit) {
        Consumer<SignalDetector.Signal> receiver = signalReceiver;
        session.tell(() -> receiver.accept(new SignalDetector.Signal(digit)));
    }

    @Override
    public CompletionStage<?> request(List<Signal> signals) {
        return connection.filter(MgcpConnection::isUp).<CompletionStage<?>>map(joined -> joined.request(signals)
                .whenComplete((response, failure) -> Failures.note(session.correlationId(), "a request", failure)))
                .orElse(CompletableFuture.completedStage(null));
    }

    @Override
    public void afterGrace(Runnable work) {
        session.later(session.agent().settings().dialect() == Dialect.RESTCOMM ? SHORT_GRACE : GRACE, work);
    }

    @Override
    public void release() {
        session.run(() -> {
            leave();
            operations.close(Optional.of(CompletableFuture.completedStage(null)));
        });
    }

    /** The session ends; the connections' deletions are on their way. */
    CompletionStage<Void> close() {
        return operations.close(connection.filter(joined -> joined.endpoint().name() != null)
                .flatMap(MgcpConnection::deletion));
    }
}
