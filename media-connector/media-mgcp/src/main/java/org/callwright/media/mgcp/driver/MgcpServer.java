package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.callwright.media.mgcp.agent.AgentLog;
import org.callwright.media.mgcp.agent.CallAgent;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.MediaStatistics;

/**
 * The pool of media servers as one. Two threads: the agent's loop has all state and is never blocked, another one tells
 * results. After the close work is still run, by whoever gives it, so that nobody waits in vain.
 */
final class MgcpServer implements MediaServer {

    private static final Duration CLOSE_EXTRA = Duration.ofSeconds(4);

    private final CallAgent agent;
    private final Duration inactivityLimit;
    private final Gauges gauges = new Gauges();
    private final Set<MgcpSession> sessions = ConcurrentHashMap.newKeySet();
    private final ExecutorService events = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "mgcp-events");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;
    private volatile boolean stopped;

    MgcpServer(CallAgent agent, Duration inactivityLimit) {
        this.agent = agent;
        this.inactivityLimit = inactivityLimit;
    }

    @Override
    public MediaSession createMediaSession(String correlationId) throws MediaException {
        return create(correlationId, new Site());
    }

    @Override
    public MediaSession createMediaSession(String correlationId, MediaSession beside) throws MediaException {
        if (!(beside instanceof MgcpSession other) || other.server() != this) {
            throw new MediaException(MediaFailure.INTERNAL, "the session to be beside is none of this media server");
        }
        return create(correlationId, other.site());
    }

    private MediaSession create(String correlationId, Site site) throws MediaException {
        if (closed) {
            throw new MediaException(MediaFailure.RELEASED, "the media server is closed");
        }
        MgcpSession session = new MgcpSession(this, correlationId, site);
        sessions.add(session);
        gauges.sessions.incrementAndGet();
        return session;
    }

    /** The session is over. */
    void ended(MgcpSession session) {
        if (sessions.remove(session)) {
            gauges.sessions.decrementAndGet();
        }
    }

    CallAgent agent() {
        return agent;
    }

    Gauges gauges() {
        return gauges;
    }

    Duration inactivityLimit() {
        return inactivityLimit;
    }

    @Override
    public MediaStatistics statistics() {
        return gauges.statistics();
    }

    void run(Runnable work) {
        if (stopped) {
            runHere(work);
        } else {
            agent.loop().execute(work);
        }
    }

    void later(Duration delay, Runnable work) {
        if (stopped) {
            runHere(work);
        } else {
            agent.loop().schedule(delay, work);
        }
    }

    private void runHere(Runnable work) {
        synchronized (gauges) {
            work.run();
        }
    }

    void tell(Runnable event) {
        try {
            events.execute(() -> guarded(event));
        } catch (RejectedExecutionException e) {
            guarded(event);
        }
    }

    private static void guarded(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            AgentLog.receiverFailed(e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        sessions.forEach(MgcpSession::release);
        long limit = agent.settings().transactions().timeout().plus(CLOSE_EXTRA).toNanos();
        long begin = System.nanoTime();
        while (!sessions.isEmpty() && System.nanoTime() - begin < limit) {
            LockSupport.parkNanos(1_000_000);
        }
        stopped = true;
        agent.close();
        events.shutdown();
        try {
            events.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
