package org.callwright.media.jsr309;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.MediaStatistics;

/** {@code MsControlFactory}. Counts what is active; packets are counted by the media server alone. */
final class Jsr309Server implements MediaServer {

    final Gauges gauges = new Gauges();
    final SegmentFiles files;
    private final Handle factory;
    private final Duration silence;
    private final ImplementationLoader loader;
    private final Set<Jsr309Session> sessions = ConcurrentHashMap.newKeySet();
    private final ExecutorService events = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "jsr309-events");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    /** @param silence what is told of a peer whose stream has failed */
    Jsr309Server(Handle factory, SegmentFiles files, Duration silence, ImplementationLoader loader) {
        this.factory = factory;
        this.files = files;
        this.silence = silence;
        this.loader = loader;
    }

    @Override
    public MediaSession createMediaSession(String correlationId) throws MediaException {
        if (closed) {
            throw new MediaException(MediaFailure.RELEASED, "the media server is closed");
        }
        Jsr309Session session =
                new Jsr309Session(this, factory.get("MediaSession", "createMediaSession"), correlationId);
        gauges.sessions.incrementAndGet();
        sessions.add(session);
        return session;
    }

    Duration silence() {
        return silence;
    }

    /** For one session: has what follows from the implementation's events done by our own threads. */
    EventQueue newEventQueue() {
        return new EventQueue(events);
    }

    void released(Jsr309Session session) {
        if (sessions.remove(session)) {
            gauges.sessions.decrementAndGet();
        }
    }

    @Override
    public MediaStatistics statistics() {
        return new MediaStatistics(gauges.sessions.get(), gauges.players.get(), gauges.recorders.get(),
                0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            List<Jsr309Session> last = List.copyOf(sessions);
            last.forEach(Jsr309Session::release);
            awaitEnds();
            finish();
            last.forEach(Jsr309Session::over);
            files.close();
            loader.close();
        }
    }

    private void awaitEnds() {
        long deadline = System.nanoTime() + Jsr309Session.PATIENCE.toNanos();
        while (gauges.players.get() + gauges.recorders.get() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void finish() {
        events.shutdown();
        try {
            events.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
