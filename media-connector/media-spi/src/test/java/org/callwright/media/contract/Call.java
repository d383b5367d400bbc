package org.callwright.media.contract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;

/** A session with one leg joined to one group, and the peer at the leg's other end. */
final class Call implements AutoCloseable {

    final RtpPeer peer = new RtpPeer();
    final MediaSession session;
    final NetworkConnection connection;
    final MediaGroup group;
    final List<Duration> inactivity = new CopyOnWriteArrayList<>();
    final StringBuffer digits = new StringBuffer();
    String answer = "";

    Call(MediaServer server) throws Exception {
        this(server.createMediaSession("CA-contract"));
    }

    private Call(MediaSession session) throws Exception {
        this(session, false);
    }

    private Call(MediaSession session, boolean byTheLeg) throws Exception {
        this.session = session;
        connection = session.createNetworkConnection(inactivity::add);
        group = session.createMediaGroup();
        if (byTheLeg) {
            group.signalDetector().onSignal(signal -> digits.append(signal.digit()));
            connection.join(Direction.DUPLEX, group);
        } else {
            group.join(Direction.DUPLEX, connection);
            group.signalDetector().onSignal(signal -> digits.append(signal.digit()));
        }
    }

    /** One whose leg is what the join is asked of, as the call engine does it. */
    static Call joinedByTheLeg(MediaServer server) throws Exception {
        return new Call(server.createMediaSession("CA-leg"), true);
    }

    /** One whose session is made beside that of another call. */
    static Call beside(MediaServer server, Call other) throws Exception {
        return new Call(server.createMediaSession("CA-beside", other.session));
    }

    /** A call that is up, mu-law with telephone-events. */
    static Call up(MediaServer server) throws Exception {
        Call call = new Call(server);
        call.offer(call.peer.offer(Sdp.PCMU_AND_EVENTS));
        return call;
    }

    String offer(String sdp) throws Exception {
        answer = Eventually.result(connection.sdpPortManager().processSdpOffer(sdp));
        peer.sendTo(answer);
        return answer;
    }

    CompletionStage<PlayResult> play(AudioSegment... segments) {
        return group.player().play(new PlayRequest(List.of(segments), 1));
    }

    CompletionStage<RecordResult> record(Path file) {
        return record(file, false, Duration.ofMinutes(1), Duration.ZERO);
    }

    CompletionStage<RecordResult> record(Path file, boolean beep, Duration max, Duration silence) {
        return group.recorder().record(new RecordRequest(file, beep, max, silence));
    }

    CompletionStage<RecordResult> recordLive(Path file) {
        return group.liveRecorder().record(new RecordRequest(file, false, Duration.ofMinutes(1), Duration.ZERO));
    }

    /** Waits until packets of the driver arrive, so that it is sure to be ready. */
    Call hearing() {
        Eventually.eventually("the peer hears the driver", () -> peer.received().size() > 2);
        return this;
    }

    @Override
    public void close() {
        session.release();
        peer.close();
    }
}
