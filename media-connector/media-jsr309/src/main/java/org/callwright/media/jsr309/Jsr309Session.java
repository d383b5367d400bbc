package org.callwright.media.jsr309;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.callwright.media.jsr309.reflect.Event;
import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.jsr309.reflect.Nouns;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.NetworkConnectionListener;

/**
 * {@code MediaSession}. What runs when it is released is stopped, and ends when the implementation says so; or a little
 * later by itself, as not every implementation tells of a session that is gone.
 */
final class Jsr309Session implements MediaSession {

    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** How long something that was stopped may take to say that it has ended. */
    static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    /** How much longer than it is something may take to say that it has ended. */
    static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final String CONNECTION = "networkconnection.NetworkConnection";
    private static final String GROUP = "mediagroup.MediaGroup";
    private static final String MIXER = "mixer.MediaMixer";

    final Jsr309Server server;
    final String correlationId;
    private final Handle handle;
    private final EventQueue events;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final AtomicBoolean released = new AtomicBoolean();

    /** What ends with the session. */
    interface Part {

        /** Stops what runs, and begins nothing any more; a second time does nothing. */
        void end();

        /** What still runs has ended, whatever the implementation tells later. */
        void over();
    }

    Jsr309Session(Jsr309Server server, Handle handle, String correlationId) {
        this.server = server;
        this.handle = handle;
        this.events = server.newEventQueue();
        this.correlationId = correlationId;
    }

    boolean isReleased() {
        return released.get();
    }

    @Override
    public NetworkConnection createNetworkConnection(NetworkConnectionListener listener) throws MediaException {
        Handle connection = create(CONNECTION, "createNetworkConnection", "BASIC");
        return added(new Jsr309Connection(this, connection, listener));
    }

    @Override
    public MediaGroup createMediaGroup() throws MediaException {
        return added(new Jsr309Group(this, newGroup()));
    }

    Handle newGroup() throws MediaException {
        return create(GROUP, "createMediaGroup", "PLAYER_RECORDER_SIGNALDETECTOR");
    }

    @Override
    public MediaMixer createMediaMixer() throws MediaException {
        return added(new Jsr309Mixer(this, create(MIXER, "createMediaMixer", "AUDIO")));
    }

    private Handle create(String type, String method, String configuration) throws MediaException {
        if (isReleased()) {
            throw new MediaException(MediaFailure.RELEASED, "the media session is released");
        }
        Nouns nouns = handle.nouns();
        try {
            return handle.get(type, method, nouns.constant(type, configuration));
        } catch (MediaException e) {
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, e.getMessage(), e);
        }
    }

    private <P extends Part> P added(P part) {
        parts.add(part);
        return part;
    }

    @Override
    public void release() {
        if (released.compareAndSet(false, true)) {
            parts.forEach(Part::end);
            attempt("release", () -> handle.call("release"));
            server.released(this);
            later(PATIENCE, this::over);
        }
    }

    void over() {
        parts.forEach(Part::over);
    }

    static void later(Duration delay, Runnable work) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(work);
    }

    /** Does that if the result is not there by then; nothing is held any more once it is. */
    static void unlessDone(CompletableFuture<?> result, Duration limit, Runnable work) {
        result.copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).exceptionallyAsync(late -> {
            work.run();
            return null;
        });
    }

    /** What has ended, as it was stopped or is at its end, did not say so; from now on it counts as ended. */
    void neverEnded(String what) {
        Jsr309Messages.failed(correlationId, what,
                new MediaException(MediaFailure.INTERNAL, "the implementation does not say that it has ended"));
    }

    /** Has events of this type told from now on, by a thread of ours and in their order. */
    void listen(Handle source, String eventType, Consumer<Event> receiver) throws MediaException {
        source.call("addListener", source.nouns().listener(eventType,
                event -> events.add(() -> receiver.accept(event))));
    }

    /** Does what may fail, and need not be told to anybody but the operator. */
    void attempt(String what, Step step) {
        try {
            step.run();
        } catch (MediaException e) {
            Jsr309Messages.failed(correlationId, what, e);
        }
    }

    /** Something that the implementation may refuse. */
    interface Step {

        void run() throws MediaException;
    }
}
