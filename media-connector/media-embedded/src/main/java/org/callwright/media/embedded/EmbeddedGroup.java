package org.callwright.media.embedded;

import org.callwright.media.embedded.rtp.AudioSink;
import org.callwright.media.embedded.rtp.SplitSink;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MachineDetector;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.Player;
import org.callwright.media.spi.Recorder;
import org.callwright.media.spi.SignalDetector;

/**
 * Player, recorders and detectors of a session, joined with at most one connection at a time. What a beep of the
 * recorder has to say goes before what the player plays.
 */
final class EmbeddedGroup implements MediaGroup {

    private final EmbeddedSession session;
    private final EmbeddedPlayer player;
    private final EmbeddedRecorder recorder;
    private final EmbeddedRecorder liveRecorder;
    private final EmbeddedMachineDetector machineDetector;
    private final EmbeddedSignalDetector signalDetector;
    private EmbeddedConnection connection;
    private boolean hearsPeer;
    private boolean released;

    EmbeddedGroup(EmbeddedSession session) {
        this.session = session;
        this.player = new EmbeddedPlayer(session);
        this.recorder = new EmbeddedRecorder(session, this, true);
        this.liveRecorder = new EmbeddedRecorder(session, this, false);
        this.machineDetector = new EmbeddedMachineDetector(session, this);
        this.signalDetector = new EmbeddedSignalDetector(session, this);
    }

    static Direction opposite(Direction direction) {
        switch (direction) {
            case SEND:
                return Direction.RECV;
            case RECV:
                return Direction.SEND;
            default:
                return Direction.DUPLEX;
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
        return signalDetector;
    }

    @Override
    public MachineDetector machineDetector() {
        return machineDetector;
    }

    @Override
    public void join(Direction direction, Joinable other) throws MediaException {
        if (!(other instanceof EmbeddedConnection joined) || joined.session() != session) {
            throw new MediaException(MediaFailure.INTERNAL,
                    "the embedded driver joins a group with a connection of the same session only");
        }
        session.execute(() -> {
            if (connection != null && connection != joined) {
                connection.joined(null, false);
            }
            connection = joined;
            hearsPeer = direction != Direction.SEND;
            joined.joined(this, direction != Direction.RECV);
        });
    }

    @Override
    public void unjoin(Joinable other) {
        session.execute(() -> {
            if (connection == other && connection != null) {
                connection.joined(null, false);
                connection = null;
            }
        });
    }

    /** Tick thread: the connection is gone. */
    void unjoined(EmbeddedConnection gone) {
        if (connection == gone) {
            connection = null;
        }
    }

    /** Tick thread: where audio of the joined leg goes. */
    AudioSink sink() {
        if (!hearsPeer) {
            return AudioSink.NONE;
        }
        AudioSink recorders = SplitSink.of(recorder.sink(), liveRecorder.sink());
        AudioSink detectors = SplitSink.of(machineDetector.sink(), signalDetector.sink(connection));
        return SplitSink.of(recorders, detectors);
    }

    /** Tick thread: the leg that is heard, or null. */
    EmbeddedConnection heard() {
        return hearsPeer ? connection : null;
    }

    /** Tick thread: the recorder or a detector began or ended to take audio. */
    void sinkChanged() {
        if (connection != null) {
            connection.updateSink();
        }
    }

    void digit(char digit) {
        if (hearsPeer) {
            signalDetector.key(digit);
        }
    }

    void tick(long nanoTime, int rounds) {
        recorder.tick(nanoTime, rounds);
        liveRecorder.tick(nanoTime, rounds);
        machineDetector.tick(nanoTime);
    }

    /** Tick thread: this is what the joined leg's peer is sent in this turn. */
    void sent(short[] frame) {
        recorder.sent(frame);
        liveRecorder.sent(frame);
    }

    /** Tick thread: the next frame for the peer; false when there is nothing but silence. */
    boolean readFrame(short[] frame) {
        if (recorder.readBeep(frame) || liveRecorder.readBeep(frame)) {
            return true;
        }
        boolean heard = player.readFrame(frame);
        if (heard) {
            recorder.played();
        }
        return heard;
    }

    @Override
    public void release() {
        session.execute(() -> shutdown(System.nanoTime()));
    }

    /** Tick thread: stops everything. */
    void shutdown(long nanoTime) {
        if (!released) {
            released = true;
            recorder.shutdown(nanoTime);
            liveRecorder.shutdown(nanoTime);
            machineDetector.shutdown();
            player.shutdown();
            if (connection != null) {
                connection.joined(null, false);
                connection = null;
            }
            session.remove(this);
        }
    }
}
