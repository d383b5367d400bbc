package org.callwright.media.jsr309;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.callwright.media.jsr309.reflect.Event;
import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.PlayResult.Reason;
import org.callwright.media.spi.Player;

/**
 * {@code Player}. Requests queue here and not in the implementation, so that each event belongs to the one that is
 * played. Repetitions are put into one play list as far as it is not too long. How long was played is told by the
 * clock.
 */
final class Jsr309Player implements Player {

    private static final String EVENT = "mediagroup.PlayerEvent";
    private static final int LONGEST_LIST = 500;

    private final Jsr309Session session;
    private final Handle player;
    private final Consumer<Boolean> playing;
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private Turn running;
    private boolean ended;

    /** A request and where it stands. */
    private static final class Turn {

        private final PlayRequest request;
        private final CompletableFuture<PlayResult> result = new CompletableFuture<>();
        private volatile long begun = System.nanoTime();
        private volatile int rounds;
        private volatile boolean stopped;

        private Turn(PlayRequest request) {
            this.request = request;
        }

        private boolean again() {
            return !stopped && (request.repeatCount() == 0 || rounds < request.repeatCount());
        }

        /** The next part of it as a list; counts its rounds. */
        private List<URI> list(List<URI> once) {
            int most = Math.max(1, LONGEST_LIST / Math.max(1, once.size()));
            int now = request.repeatCount() == 0 ? 1 : Math.min(most, request.repeatCount() - rounds);
            rounds += now;
            return Collections.nCopies(now, once).stream().flatMap(List::stream).toList();
        }

        private void over(Reason reason, String detail) {
            Duration played = Duration.ofNanos(rounds == 0 ? 0 : System.nanoTime() - begun);
            result.complete(new PlayResult(reason, played, detail));
        }
    }

    /** @param playing told when something begins to be played, and when nothing is any more */
    Jsr309Player(Jsr309Session session, Handle player, Consumer<Boolean> playing) throws MediaException {
        this.session = session;
        this.player = player;
        this.playing = playing;
        session.listen(player, EVENT, this::on);
    }

    @Override
    public CompletionStage<PlayResult> play(PlayRequest request) {
        Turn turn = new Turn(request);
        boolean first;
        synchronized (this) {
            if (ended) {
                turn.over(Reason.STOPPED, "");
                return turn.result;
            }
            first = running == null;
            if (first) {
                running = turn;
                session.server.gauges.players.incrementAndGet();
            } else {
                waiting.add(turn);
            }
        }
        if (first) {
            begin(turn);
        }
        return turn.result;
    }

    private void begin(Turn turn) {
        playing.accept(true);
        turn.begun = System.nanoTime();
        round(turn);
    }

    private void round(Turn turn) {
        try {
            List<URI> uris = turn.list(session.server.files.uris(turn.request.segments()));
            if (turn.stopped || uris.isEmpty()) {
                over(turn, turn.stopped ? Reason.STOPPED : Reason.COMPLETED, "");
                return;
            }
            int round = turn.rounds;
            player.call("play", uris.toArray(URI[]::new), null, null);
            int times = uris.size() / turn.request.segments().size();
            Duration length = SegmentFiles.length(turn.request.segments()).multipliedBy(times);
            Jsr309Session.unlessDone(turn.result, length.plus(Jsr309Session.END_LIMIT), () -> neverEnded(turn, round));
            if (turn.stopped) {
                player.call("stop", true);
            }
        } catch (MediaException | IOException e) {
            Jsr309Messages.failed(session.correlationId, "playing", e);
            over(turn, Reason.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void neverEnded(Turn turn, int round) {
        if (turn.rounds == round && current().filter(turn::equals).isPresent()) {
            session.neverEnded("playing");
            session.attempt("stopping the player", () -> player.call("stop", true));
            over(turn, Reason.FAILED, "the media server does not say that it has played that");
        }
    }

    private void on(Event event) {
        if (!event.is("PLAY_COMPLETED")) {
            return;
        }
        Optional<Turn> turn = current();
        if (turn.isEmpty()) {
            return;
        }
        if (!event.successful()) {
            over(turn.get(), turn.get().stopped ? Reason.STOPPED : Reason.FAILED,
                    turn.get().stopped ? "" : event.error());
        } else if (turn.get().stopped || event.hasQualifier("STOPPED")) {
            over(turn.get(), Reason.STOPPED, "");
        } else if (turn.get().again()) {
            round(turn.get());
        } else {
            over(turn.get(), Reason.COMPLETED, "");
        }
    }

    private synchronized Optional<Turn> current() {
        return Optional.ofNullable(running);
    }

    /** The turn has ended; the next one begins. */
    private void over(Turn turn, Reason reason, String detail) {
        Turn next;
        synchronized (this) {
            if (running != turn) {
                return;
            }
            next = ended ? null : waiting.poll();
            running = next;
        }
        if (next == null) {
            session.server.gauges.players.decrementAndGet();
            playing.accept(false);
        }
        turn.over(reason, detail);
        if (next != null) {
            begin(next);
        }
    }

    @Override
    public void stop() {
        List<Turn> dropped;
        Turn current;
        synchronized (this) {
            dropped = List.copyOf(waiting);
            waiting.clear();
            current = running;
            if (current != null) {
                current.stopped = true;
            }
        }
        if (current != null) {
            session.attempt("stopping the player", () -> player.call("stop", true));
            Turn stopped = current;
            Jsr309Session.later(Jsr309Session.STOP_LIMIT, () -> giveUp(stopped));
        }
        dropped.forEach(turn -> turn.over(Reason.STOPPED, ""));
    }

    private void giveUp(Turn turn) {
        if (current().filter(turn::equals).isPresent()) {
            session.neverEnded("stopping the player");
            over(turn, Reason.STOPPED, "");
        }
    }

    /** Nothing is begun any more. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        stop();
    }

    /** Nothing is played any more, whatever the implementation tells of it. */
    void over() {
        current().ifPresent(turn -> over(turn, Reason.STOPPED, ""));
    }
}
