package org.callwright.media.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.callwright.media.embedded.tick.Ticked;
import org.callwright.media.embedded.tick.Ticker;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.NetworkConnectionListener;

/**
 * The media of one call. All its state belongs to one tick thread; calls from outside become commands that the thread
 * runs at the beginning of the session's next turn, so at most 20 ms later. A turn takes what has arrived, runs the
 * commands, lets the groups work, and sends the next frame. Only commands and releases that were there before the
 * arrivals were taken are run: so a stop comes after every packet that was sent before it. Where there are none, a leg
 * in a mix is left out, as the mix's own turn takes what has arrived for it. After the release commands are still run,
 * by whoever gives them, so that nobody waits in vain for a result.
 *
 * <p>The legs of a mix share one tick thread. A session whose leg joins a mixer of another thread moves there between
 * two commands of its own ({@link #executeOn}): it ends its turn, leaves the one thread and has its next turn on the
 * other, 20 ms after the last.
 */
final class EmbeddedSession implements MediaSession, Ticked {

    private final Engine engine;
    private final String correlationId;
    private final Consumer<EmbeddedSession> onEnd;
    private final MixerClaims mixerClaims = new MixerClaims();
    private final List<EmbeddedMixer> mixers = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final Deque<Runnable> due = new ArrayDeque<>();
    private final List<EmbeddedConnection> connections = new ArrayList<>();
    private final List<EmbeddedGroup> groups = new ArrayList<>();
    private volatile Ticker ticker;
    /** Where the session moves at the end of its turn, or null. */
    private Ticker destination;
    private boolean moved;
    private long lastTurn;
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

    @Override
    public MediaMixer createMediaMixer() throws MediaException {
        checkOpen();
        EmbeddedMixer mixer = new EmbeddedMixer(ticker, engine.counters.framesConcealed::increment);
        mixers.removeIf(EmbeddedMixer::isReleased);
        mixers.add(mixer);
        if (released) {
            mixer.release();
        }
        return mixer;
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

    /**
     * As {@link #execute}, but on that tick thread. Before the session moves its legs leave the mixers of the thread
     * that it is on.
     */
    void executeOn(Ticker home, Runnable command) {
        execute(() -> {
            if (home == ticker || ended) {
                command.run();
                return;
            }
            connections.forEach(EmbeddedConnection::leaveMixer);
            destination = home;
            due.addFirst(command);
        });
    }

    /** Which of the session's legs are to be in which mixer. */
    MixerClaims mixerClaims() {
        return mixerClaims;
    }

    void remove(EmbeddedConnection connection) {
        connections.remove(connection);
        mixerClaims.drop(connection);
    }

    void remove(EmbeddedGroup group) {
        groups.remove(group);
    }

    @Override
    public void tick(long nanoTime, int rounds) {
        int passed = moved ? roundsSinceLastTurn() : rounds;
        if (ended || passed == 0) {
            return;
        }
        moved = false;
        try {
            turn(nanoTime, passed);
            if (destination != null) {
                move();
            }
        } catch (RuntimeException | Error e) {
            fail(e, nanoTime);
        }
    }

    /** After a move: the first turn here comes when 20 ms have passed since the last one there. */
    private int roundsSinceLastTurn() {
        return (int) Math.max(0, (ticker.slotTime() - lastTurn + Ticker.ROUND / 2) / Ticker.ROUND);
    }

    private void move() {
        Ticker next = destination;
        destination = null;
        ticker.remove(this);
        lastTurn = ticker.slotTime();
        moved = true;
        ticker = next;
        next.add(this, lastTurn + Ticker.ROUND);
    }

    /** Tick thread: something that must not happen did; the session ends, the others go on. */
    void fail(Throwable cause, long nanoTime) {
        MediaLog.sessionFailed(correlationId, cause);
        released = true;
        end(nanoTime);
    }

    private void turn(long nanoTime, int rounds) {
        boolean releaseDue = released;
        collectCommands();
        boolean all = releaseDue || !due.isEmpty();
        for (int i = 0; i < connections.size(); i++) {
            EmbeddedConnection connection = connections.get(i);
            if (all || connection.mixer() == null) {
                connection.receive(nanoTime);
            }
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
        while (destination == null && !due.isEmpty()) {
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
        destination = null;
        mixers.forEach(EmbeddedMixer::release);
        List.copyOf(groups).forEach(group -> group.shutdown(nanoTime));
        List.copyOf(connections).forEach(connection -> connection.shutdown(nanoTime));
        ended = true;
        runCommands();
        ticker.remove(this);
        onEnd.accept(this);
        engine.gauges.sessions.decrementAndGet();
    }
}
