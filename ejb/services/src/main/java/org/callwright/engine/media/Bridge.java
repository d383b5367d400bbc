package org.callwright.engine.media;

import static org.callwright.engine.log.EngineLog.LOG;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.value.CallSid;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaMixer;

/**
 * Lets a leg and another one hear each other, by a mixer of the leg's own session. What it does runs in the order of
 * the leg's executor.
 */
final class Bridge {

    private final CallSid leg;
    private final Consumer<CallEvent> events;
    private final Executor inOrder;
    private Optional<MediaMixer> mixer = Optional.empty();

    Bridge(CallSid leg, Consumer<CallEvent> events, Executor inOrder) {
        this.leg = leg;
        this.events = events;
        this.inOrder = inOrder;
    }

    /** Joins the two when the other one's endpoint is known. */
    void join(Effect.JoinLegs effect, Endpoint own, CompletionStage<Endpoint> other) {
        other.whenComplete((theirs, missing) -> inOrder.execute(() -> {
            if (missing != null) {
                notJoined(effect, missing);
                return;
            }
            try {
                part();
                MediaMixer made = own.session().createMediaMixer();
                mixer = Optional.of(made);
                made.join(Joinable.Direction.DUPLEX, own.connection());
                made.join(Joinable.Direction.DUPLEX, theirs.connection());
                events.accept(new CallEvent.LegsJoined(leg, effect.other()));
            } catch (MediaException | RuntimeException | LinkageError e) {
                part();
                notJoined(effect, e);
            }
        }));
    }

    void notJoined(Effect.JoinLegs effect, Throwable cause) {
        if (!(cause instanceof MediaException)) {
            LOG.mediaFailed(leg, "JoinLegs", cause);
        }
        events.accept(new CallEvent.LegsNotJoined(leg, effect.other(), String.valueOf(cause.getMessage())));
    }

    void part() {
        mixer.ifPresent(MediaMixer::release);
        mixer = Optional.empty();
    }
}
