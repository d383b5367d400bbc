package org.callwright.media.embedded;

import java.util.ArrayList;
import java.util.List;
import org.callwright.media.embedded.mix.MixBus;
import org.callwright.media.embedded.mix.MixMember;
import org.callwright.media.embedded.tick.Ticked;
import org.callwright.media.embedded.tick.Ticker;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaMixer;

/**
 * A mix on one tick thread, to which the sessions of its members move. It has turns of its own while it has members:
 * each takes what has arrived on all legs and does one round of the {@link MixBus}; the members' own turns, every 20 ms
 * too, fetch what they hear. All on one thread, so a round and a turn take it in turns and no frame is lost or doubled.
 */
final class EmbeddedMixer implements MediaMixer, Ticked {

    private final Ticker ticker;
    private final Runnable frameConcealed;
    private final MixBus bus = new MixBus();
    private final List<EmbeddedConnection> legs = new ArrayList<>();
    private volatile boolean released;
    private boolean ticking;

    EmbeddedMixer(Ticker ticker, Runnable frameConcealed) {
        this.ticker = ticker;
        this.frameConcealed = frameConcealed;
    }

    @Override
    public void join(Direction direction, Joinable other) throws MediaException {
        if (!(other instanceof EmbeddedConnection leg)) {
            throw new MediaException(MediaFailure.INTERNAL, "the embedded driver joins a mixer with connections only");
        }
        if (released || leg.session().isReleased()) {
            throw new MediaException(MediaFailure.RELEASED, "the mixer or the member's session is released");
        }
        leg.session().mixerClaims().put(leg, this);
        leg.session().executeOn(ticker, () -> enter(leg, direction));
    }

    private void enter(EmbeddedConnection leg, Direction direction) {
        if (released || leg.isReleased()) {
            return;
        }
        if (leg.mixer() != this) {
            leg.leaveMixer();
            MixMember member = new MixMember(frameConcealed);
            legs.add(leg);
            bus.add(member);
            leg.enterMixer(this, member);
        }
        leg.takePart(direction != Direction.SEND, direction != Direction.RECV);
        if (!ticking) {
            ticking = true;
            ticker.add(this);
        }
    }

    @Override
    public void unjoin(Joinable other) {
        if (other instanceof EmbeddedConnection leg) {
            leg.session().mixerClaims().remove(leg, this);
            leg.session().execute(() -> {
                if (leg.mixer() == this) {
                    leg.leaveMixer();
                }
            });
        }
    }

    /** Tick thread: the leg is a member no more. */
    void left(EmbeddedConnection leg, MixMember member) {
        legs.remove(leg);
        bus.remove(member);
    }

    /** Tick thread: in a mix of two a key is meant for the other one. */
    void key(EmbeddedConnection from, char key) {
        if (legs.size() == 2) {
            legs.get(legs.get(0) == from ? 1 : 0).key(key);
        }
    }

    @Override
    public void tick(long nanoTime, int rounds) {
        for (int i = 0; i < legs.size(); i++) {
            receive(legs.get(i), nanoTime);
        }
        bus.round();
        if (released) {
            List.copyOf(legs).forEach(EmbeddedConnection::leaveMixer);
        }
        if (bus.isEmpty()) {
            ticking = false;
            ticker.remove(this);
        }
    }

    private static void receive(EmbeddedConnection leg, long nanoTime) {
        try {
            leg.receive(nanoTime);
        } catch (RuntimeException | Error e) {
            leg.session().fail(e, nanoTime);
        }
    }

    boolean isReleased() {
        return released;
    }

    @Override
    public void release() {
        released = true;
    }
}
