package org.callwright.media.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.callwright.media.embedded.tick.Ticked;
import org.callwright.media.embedded.tick.Ticker;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.NetworkConnectionListener;

/**
 * The media of one call. All its state belongs to one tick thread; calls from outside become commands that the thread
 * runs at the beginning of the session's next turn, so at most 20 ms later. A turn takes what has arrived, runs the
 * commands, lets the groups work, and sends the next frame. Only commands and releases that were there before the
 * arrivals were taken are run: so a stop comes after every packet that was sent before it. After the release commands
 * are still run, by whoever gives them, so that nobody waits in vain for a result.
 */
final class EmbeddedSession implements MediaSession, Ticked {

    private final Engine engine;
    private final String correlationId;
    private final Consumer<EmbeddedSession> onEnd;
    private final Ticker ticker;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> due = new ArrayDeque<>();
    private final List<EmbeddedConnection> connections = new ArrayList<>();
    private final List<EmbeddedGroup> groups = new ArrayList<>();
    private volatile boolean released;
    private volatile boolean ended;

    EmbeddedSession(Engine engine, String correlationId, Consumer<EmbeddedSession> onEnd) {
        this.engine = engine;
        this.correlationId = correlationId;
        this.onEnd = onEnd;
        this.ticker = engine.ticker();
    }

    void start() {
        engine.gauges.sessions.incrementAndGet();
        ticker.add(this);
    }

    @Override
    public NetworkConnection createNetworkConnection(NetworkConnectionListener listener) throws MediaException {
        checkOpen();
        EmbeddedConnection connection = new EmbeddedConnection(this, listener);
        execute(() -> connections.add(connection));
        return connection;
    }

    @Override
    public MediaGroup createMediaGroup() throws MediaException {
        checkOpen();
        EmbeddedGroup group = new EmbeddedGroup(this);
        execute(() -> groups.add(group));
        return group;
    }

    private void checkOpen() throws MediaException {
        if (released) {
            throw new MediaException(MediaFailure.RELEASED, "the media session is released");
        }
    }

    boolean isReleased() {
        return released;
    }

    /** Whether the release is complete, so that nothing is looked after any more. */
    boolean isEnded() {
        return ended;
    }

    Engine engine() {
        return engine;
    }

    String correlationId() {
        return correlationId;
    }

    /** Has the tick thread run the command at its next turn, in the order of the calls. */
    void execute(Runnable command) {
        commands.add(command);
        if (ended) {
            runCommands();
        }
    }

    void remove(EmbeddedConnection connection) {
        connections.remove(connection);
    }

    void remove(EmbeddedGroup group) {
        groups.remove(group);
    }

    @Override
    public void tick(long nanoTime, int rounds) {
        if (ended) {
            return;
        }
        try {
            turn(nanoTime, rounds);
        } catch (RuntimeException | Error e) {
            MediaLog.sessionFailed(correlationId, e);
            released = true;
            end(nanoTime);
        }
    }

    private void turn(long nanoTime, int rounds) {
        boolean releaseDue = released;
        collectCommands();
        for (int i = 0; i < connections.size(); i++) {
            connections.get(i).receive(nanoTime);
        }
        runDue();
        if (releaseDue) {
            end(nanoTime);
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).tick(nanoTime, rounds);
        }
        for (int i = 0; i < connections.size(); i++) {
            connections.get(i).send(nanoTime, rounds);
        }
    }

    private void collectCommands() {
        Runnable command = commands.poll();
        while (command != null) {
            due.add(command);
            command = commands.poll();
        }
    }

    private void runDue() {
        while (!due.isEmpty()) {
            due.remove().run();
        }
    }

    /** After the end, by any thread. */
    private synchronized void runCommands() {
        collectCommands();
        runDue();
    }

    @Override
    public void release() {
        released = true;
    }

    private void end(long nanoTime) {
        List.copyOf(groups).forEach(group -> group.shutdown(nanoTime));
        List.copyOf(connections).forEach(connection -> connection.shutdown(nanoTime));
        ended = true;
        runCommands();
        ticker.remove(this);
        onEnd.accept(this);
        engine.gauges.sessions.decrementAndGet();
    }
}
