package org.callwright.engine.media;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.value.CallSid;
import org.callwright.engine.port.MediaPort;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;
import org.callwright.speech.PromptSource;

/**
 * The media port on a running media server. An offer makes a leg's media, release ends it; what is wanted of a leg
 * without media is refused by the leg itself, so that every operation ends with its event.
 */
public final class MediaAdapter implements MediaPort {

    /** How long a driver may take over an offer or an answer. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final MediaServer server;
    private final PromptSource prompts;
    private final RecordingFolder recordings;
    private final Consumer<CallEvent> events;
    private final Executor pool;
    private final Duration answerLimit;
    private final ConcurrentMap<CallSid, LegMedia> legs = new ConcurrentHashMap<>();

    /**
     * Makes the adapter.
     *
     * @param events where results go; must not block
     * @param pool runs the driver's methods and file operations
     */
    public MediaAdapter(MediaServer server, PromptSource prompts, RecordingFolder recordings,
            Consumer<CallEvent> events, Executor pool) {
        this(server, prompts, recordings, events, pool, ANSWER_LIMIT);
    }

    MediaAdapter(MediaServer server, PromptSource prompts, RecordingFolder recordings, Consumer<CallEvent> events,
            Executor pool, Duration answerLimit) {
        this.server = server;
        this.prompts = prompts;
        this.recordings = recordings;
        this.events = events;
        this.pool = pool;
        this.answerLimit = answerLimit;
    }

    @Override
    public void carryOut(Effect.Media effect) {
        if (effect instanceof Effect.ReleaseMedia) {
            LegMedia leg = legs.remove(effect.leg());
            if (leg != null) {
                leg.carryOut(effect);
            }
        } else if (effect instanceof Effect.AnswerOffer) {
            legs.computeIfAbsent(effect.leg(), this::newLeg).carryOut(effect);
        } else if (effect instanceof Effect.MakeOffer offer) {
            legs.computeIfAbsent(offer.leg(), leg -> newLeg(leg, beside(offer.beside()))).carryOut(effect);
        } else if (effect instanceof Effect.Joining join) {
            LegMedia other = legs.get(join.other());
            leg(join.leg()).join(join, other == null
                    ? CompletableFuture.failedFuture(LegMedia.noMedia()) : other.endpoint());
        } else {
            leg(effect.leg()).carryOut(effect);
        }
    }

    /** Legs that have media. */
    public int legs() {
        return legs.size();
    }

    private LegMedia leg(CallSid sid) {
        LegMedia leg = legs.get(sid);
        return leg == null ? newLeg(sid) : leg;
    }

    private LegMedia newLeg(CallSid leg) {
        return newLeg(leg, server::createMediaSession);
    }

    private LegMedia newLeg(CallSid leg, Endpoint.Sessions sessions) {
        return new LegMedia(leg, sessions, prompts, recordings, events, pool, answerLimit);
    }

    /** A leg that has no media any more is about to end, and the one beside it too: then it does not matter where. */
    private Endpoint.Sessions beside(Optional<CallSid> other) {
        return correlationId -> {
            Optional<MediaSession> there = other.map(legs::get).flatMap(LegMedia::session);
            return there.isPresent() ? server.createMediaSession(correlationId, there.get())
                    : server.createMediaSession(correlationId);
        };
    }
}
