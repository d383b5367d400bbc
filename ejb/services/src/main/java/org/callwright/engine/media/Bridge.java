package org.callwright.engine.media;

import static org.callwright.engine.log.EngineLog.LOG;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.value.CallSid;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaMixer;

/**
 * Lets a leg and another one hear each other, or only the leg the other one, by a mixer of the leg's own session. What
 * it does runs in the order of the leg's executor.
 */
final class Bridge {

    private final CallSid leg;
    private final Consumer<CallEvent> events;
    private final Executor inOrder;
    private final Duration limit;
    private Optional<MediaMixer> mixer = Optional.empty();
    private Optional<CallSid> partner = Optional.empty();

    /** @param limit how long a join may take */
    Bridge(CallSid leg, Consumer<CallEvent> events, Executor inOrder, Duration limit) {
        this.leg = leg;
        this.events = events;
        this.inOrder = inOrder;
        this.limit = limit;
    }

    /** Joins the two when the other one's endpoint is known; legs that are joined already only change their ways. */
    void join(Effect.Joining effect, Endpoint own, CompletionStage<Endpoint> other) {
        other.whenComplete((theirs, missing) -> inOrder.execute(() -> {
            if (missing != null) {
                notJoined(effect, missing);
                return;
            }
            try {
                MediaMixer joining = mixerWith(effect.other(), own);
                boolean oneWay = effect instanceof Effect.HearLeg;
                joining.join(oneWay ? Joinable.Direction.SEND : Joinable.Direction.DUPLEX, own.connection());
                joining.join(oneWay ? Joinable.Direction.RECV : Joinable.Direction.DUPLEX, theirs.connection());
                whenJoined(effect, joining, own, theirs);
            } catch (MediaException | RuntimeException | LinkageError e) {
                part();
                notJoined(effect, e);
            }
        }));
    }

    /**
     * The driver may find out only by and by that it can't be done; that it never says is the same. Of legs that were
     * parted meanwhile nothing is told.
     */
    private void whenJoined(Effect.Joining effect, MediaMixer joining, Endpoint own, Endpoint theirs) {
        CompletableFuture.allOf(joining.joined(own.connection()).toCompletableFuture(),
                joining.joined(theirs.connection()).toCompletableFuture())
                .orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((done, failure) -> inOrder.execute(() -> {
                    if (mixer.filter(joining::equals).isEmpty()) {
                        return;
                    }
                    if (failure == null) {
                        events.accept(new CallEvent.LegsJoined(leg, effect.other()));
                    } else {
                        part();
                        notJoined(effect, cause(failure));
                    }
                }));
    }

    private static Throwable cause(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return new MediaException(MediaFailure.INTERNAL, "media did not answer in time");
        }
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private MediaMixer mixerWith(CallSid other, Endpoint own) throws MediaException {
        if (mixer.isPresent() && partner.filter(other::equals).isPresent()) {
            return mixer.get();
        }
        part();
        MediaMixer made = own.session().createMediaMixer();
        mixer = Optional.of(made);
        partner = Optional.of(other);
        return made;
    }

    void notJoined(Effect.Joining effect, Throwable cause) {
        if (!(cause instanceof MediaException)) {
            LOG.mediaFailed(leg, effect.getClass().getSimpleName(), cause);
        }
        events.accept(new CallEvent.LegsNotJoined(leg, effect.other(), String.valueOf(cause.getMessage())));
    }

    void part() {
        mixer.ifPresent(MediaMixer::release);
        mixer = Optional.empty();
        partner = Optional.empty();
    }
}
