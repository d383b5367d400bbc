package org.callwright.media.embedded;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.MediaStatistics;

/** The running engine. Closing releases every session, waits for their files, and then ends the threads. */
final class EmbeddedServer implements MediaServer {

    private static final long CLOSE_LIMIT = TimeUnit.SECONDS.toNanos(5);

    private final Engine engine;
    private final Set<EmbeddedSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    EmbeddedServer(Engine engine) {
        this.engine = engine;
    }

    @Override
    public MediaSession createMediaSession(String correlationId) throws MediaException {
        if (closed) {
            throw new MediaException(MediaFailure.RELEASED, "the media server is closed");
        }
        EmbeddedSession session = new EmbeddedSession(engine, correlationId, sessions::remove);
        sessions.add(session);
        session.start();
        return session;
    }

    @Override
    public MediaStatistics statistics() {
        return new MediaStatistics(engine.gauges.sessions.get(), engine.gauges.players.get(),
                engine.gauges.recorders.get(), engine.ports.active(), engine.ports.total(),
                engine.counters.packetsSent.sum(), engine.counters.packetsReceived.sum(),
                Math.max(0, engine.counters.packetsLost.sum()), engine.counters.packetsDiscarded.sum(),
                engine.counters.framesConcealed.sum(), engine.ticks(), engine.lateTicks(),
                engine.lateness());
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        sessions.forEach(EmbeddedSession::release);
        long deadline = System.nanoTime() + CLOSE_LIMIT;
        while (engine.gauges.sessions.get() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        engine.stop();
    }
}
