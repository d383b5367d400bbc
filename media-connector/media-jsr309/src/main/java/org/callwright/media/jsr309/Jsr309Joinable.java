package org.callwright.media.jsr309;

import java.util.concurrent.atomic.AtomicBoolean;
import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/** {@code Joinable}: what has a stream to join. Where a stream had another source before, the last join counts. */
abstract class Jsr309Joinable implements Joinable, Jsr309Session.Part {

    private static final String TYPE = "join.Joinable";

    final Jsr309Session session;
    final Handle handle;
    private final AtomicBoolean ended = new AtomicBoolean();

    Jsr309Joinable(Jsr309Session session, Handle handle) {
        this.session = session;
        this.handle = handle;
    }

    @Override
    public void join(Direction direction, Joinable other) throws MediaException {
        if (!(other instanceof Jsr309Joinable peer) || peer.session.server != session.server) {
            throw new MediaException(MediaFailure.INTERNAL, "what is joined is not of this media server");
        }
        if (isReleased() || peer.isReleased()) {
            throw new MediaException(MediaFailure.RELEASED, "what is joined is released");
        }
        joined(direction, peer);
    }

    private boolean isReleased() {
        return ended.get() || session.isReleased();
    }

    /** The two are of this media server. */
    void joined(Direction direction, Jsr309Joinable other) throws MediaException {
        connect(direction, other);
    }

    /** Joins in the implementation, and no more. */
    final void connect(Direction direction, Jsr309Joinable other) throws MediaException {
        connect(handle, direction, other.handle);
    }

    static void connect(Handle one, Direction direction, Handle other) throws MediaException {
        one.call("join", one.nouns().constant(TYPE + "$Direction", direction.name()), other);
    }

    @Override
    public void unjoin(Joinable other) {
        if (other instanceof Jsr309Joinable peer) {
            session.attempt("unjoin", () -> handle.call("unjoin", peer.handle));
        }
    }

    public void release() {
        if (ended.compareAndSet(false, true) && !session.isReleased()) {
            ending();
            session.attempt("release", () -> handle.call("release"));
            Jsr309Session.later(Jsr309Session.PATIENCE, this::over);
        }
    }

    @Override
    public final void end() {
        if (ended.compareAndSet(false, true)) {
            ending();
        }
    }

    /** Stops what runs; comes once. */
    abstract void ending();

    @Override
    public void over() {
        // most have nothing that runs
    }
}
