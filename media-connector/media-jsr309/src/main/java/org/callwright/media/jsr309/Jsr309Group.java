package org.callwright.media.jsr309;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetectionResult;
import org.callwright.media.spi.MachineDetector;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.Player;
import org.callwright.media.spi.Recorder;
import org.callwright.media.spi.SignalDetector;

/**
 * {@code MediaGroup}. The API has one recorder in a group; the second one that we want is that of a second group, which
 * is made when it is wanted first and only receives.
 */
final class Jsr309Group extends Jsr309Joinable implements MediaGroup {

    private final Jsr309Player player;
    private final Jsr309Recorder recorder;
    private final Jsr309Recorder liveRecorder;
    private final Jsr309Signals signals;
    private Jsr309Connection leg;
    private Handle liveGroup;

    Jsr309Group(Jsr309Session session, Handle handle) throws MediaException {
        super(session, handle);
        player = new Jsr309Player(session, handle.get("mediagroup.Player", "getPlayer"), this::plays);
        recorder = new Jsr309Recorder(session, () -> handle);
        liveRecorder = new Jsr309Recorder(session, this::liveGroup);
        signals = new Jsr309Signals(session, handle);
    }

    @Override
    void joined(Direction direction, Jsr309Joinable other) throws MediaException {
        if (other.session != session) {
            throw new MediaException(MediaFailure.INTERNAL, "the leg is of another session");
        }
        connect(direction, other);
        if (other instanceof Jsr309Connection connection) {
            synchronized (this) {
                leg = connection;
            }
            connection.in(this);
            signals.listen();
        }
    }

    @Override
    public void unjoin(Joinable other) {
        super.unjoin(other);
        synchronized (this) {
            leg = leg == other ? null : leg;
        }
    }

    private synchronized Handle liveGroup() throws MediaException {
        if (leg == null) {
            throw new MediaException(MediaFailure.INTERNAL, "the group is not joined to a leg");
        }
        if (liveGroup == null) {
            liveGroup = session.newGroup();
            connect(liveGroup, Direction.RECV, leg.handle);
        }
        return liveGroup;
    }

    private synchronized void releaseLiveGroup() {
        if (liveGroup != null && !session.isReleased()) {
            session.attempt("release", () -> liveGroup.call("release"));
        }
    }

    private void plays(boolean plays) {
        Jsr309Connection hearing;
        synchronized (this) {
            hearing = leg;
        }
        if (hearing != null) {
            hearing.hearsGroup(plays);
        }
    }

    @Override
    public Player player() {
        return player;
    }

    @Override
    public Recorder recorder() {
        return recorder;
    }

    @Override
    public Recorder liveRecorder() {
        return liveRecorder;
    }

    @Override
    public SignalDetector signalDetector() {
        return signals;
    }

    /** The API has nothing like it: nobody knows who answered. */
    @Override
    public MachineDetector machineDetector() {
        return new MachineDetector() {

            @Override
            public CompletionStage<MachineDetectionResult> detect(MachineDetection request) {
                return CompletableFuture.completedFuture(new MachineDetectionResult(
                        MachineDetectionResult.Reason.DETECTED, AnsweredBy.UNKNOWN, Duration.ZERO));
            }

            @Override
            public void stop() {
                // nothing runs
            }
        };
    }

    @Override
    void ending() {
        player.end();
        recorder.end();
        liveRecorder.end();
        signals.end();
        releaseLiveGroup();
    }

    @Override
    public void over() {
        player.over();
        recorder.over();
        liveRecorder.over();
    }
}
