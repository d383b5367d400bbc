package org.callwright.media.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.embedded.mix.MixMember;
import org.callwright.media.embedded.rtp.AudioSink;
import org.callwright.media.embedded.rtp.MediaPlan;
import org.callwright.media.embedded.rtp.PortPair;
import org.callwright.media.embedded.rtp.RtpLeg;
import org.callwright.media.embedded.rtp.SplitSink;
import org.callwright.media.spi.ConnectionStatistics;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.NetworkConnectionListener;
import org.callwright.media.spi.SdpPortManager;

/**
 * One RTP leg of a session. It gets its ports with the first offer or answer and keeps them until it is released. Its
 * peer hears the player of the joined group; while that has no audio, the mix that the leg is a member of; and silence
 * when there is neither.
 */
final class EmbeddedConnection implements NetworkConnection {

    private static final int FRAME = 160;

    private final EmbeddedSession session;
    private final NetworkConnectionListener listener;
    private final EmbeddedSdpPortManager sdp;
    private final short[] frame = new short[FRAME];
    private RtpLeg leg;
    private ConnectionStatistics last = ConnectionStatistics.NONE;
    private EmbeddedGroup group;
    private boolean peerHearsGroup;
    private EmbeddedMixer mixer;
    private MixMember member;
    private MixMember leaving;
    private boolean audible;
    private boolean socketFailed;
    private boolean released;

    EmbeddedConnection(EmbeddedSession session, NetworkConnectionListener listener) {
        this.session = session;
        this.listener = listener;
        this.sdp = new EmbeddedSdpPortManager(session, this);
    }

    @Override
    public SdpPortManager sdpPortManager() {
        return sdp;
    }

    EmbeddedSession session() {
        return session;
    }

    @Override
    public void join(Direction direction, Joinable other) throws MediaException {
        if (!joinable(other)) {
            throw new MediaException(MediaFailure.INTERNAL,
                    "the embedded driver joins a connection with a group or a mixer only");
        }
        other.join(EmbeddedGroup.opposite(direction), this);
    }

    @Override
    public void unjoin(Joinable other) {
        if (joinable(other)) {
            other.unjoin(this);
        }
    }

    private static boolean joinable(Joinable other) {
        return other instanceof EmbeddedGroup || other instanceof EmbeddedMixer;
    }

    @Override
    public CompletionStage<ConnectionStatistics> statistics() {
        CompletableFuture<ConnectionStatistics> result = new CompletableFuture<>();
        session.execute(() -> count(result));
        return result.minimalCompletionStage();
    }

    /** Tick thread: who asks after the session's release is told of the last packet too. */
    private void count(CompletableFuture<ConnectionStatistics> result) {
        if (session.isReleased() && !session.isEnded()) {
            session.execute(() -> count(result));
            return;
        }
        ConnectionStatistics counted = leg == null ? last : leg.statistics();
        session.engine().event(() -> result.complete(counted));
    }

    @Override
    public void release() {
        session.execute(() -> shutdown(System.nanoTime()));
    }

    /** Tick thread: the ports are there. */
    void opened(PortPair ports) {
        if (released || session.isEnded()) {
            session.engine().control(() -> session.engine().ports.release(ports));
            return;
        }
        leg = new RtpLeg(ports, session.engine().counters, this::digit, cname(), session.engine().config
                .inactivityLimit().toNanos(), session.engine().random);
        updateSink();
    }

    private String cname() {
        return Integer.toHexString(session.engine().random.nextInt()) + "@callwright";
    }

    /** Tick thread: an offer and its answer agreed on this. */
    void agreed(MediaPlan plan) {
        if (leg != null) {
            leg.use(plan, System.nanoTime());
            updateSink();
        }
    }

    /** Tick thread: whether the peer may send keys as telephone-events, so that they need not be heard. */
    boolean eventsAgreed() {
        return leg == null || leg.eventsAgreed();
    }

    /** Tick thread: joined with a group, or with null unjoined. */
    void joined(EmbeddedGroup newGroup, boolean peerHears) {
        group = newGroup;
        peerHearsGroup = peerHears;
        updateSink();
    }

    /** Tick thread: the group's receiver of audio changed, or the mixer's. */
    void updateSink() {
        if (leg != null) {
            leg.sink(SplitSink.of(group == null ? AudioSink.NONE : group.sink(),
                    member == null || !member.isHeard() ? AudioSink.NONE : member.sink()));
        }
    }

    /** Tick thread: the mixer that it is a member of, or null. */
    EmbeddedMixer mixer() {
        return mixer;
    }

    /** Tick thread: it is a member from now on. */
    void enterMixer(EmbeddedMixer newMixer, MixMember newMember) {
        mixer = newMixer;
        member = newMember;
    }

    /** Tick thread: which part it takes in its mixer. */
    void takePart(boolean heard, boolean hears) {
        member.join(heard, leg != null && leg.receiver().flowing(System.nanoTime()), hears);
        updateSink();
    }

    /** Tick thread: it is no member any more; what its peer hears of the mix ends softly. */
    void leaveMixer() {
        if (mixer != null) {
            mixer.left(this, member);
            leaving = member;
            mixer = null;
            member = null;
            updateSink();
        }
    }

    boolean isReleased() {
        return released;
    }

    /** Tick thread: the leg, or null before the first offer or answer. */
    RtpLeg leg() {
        return leg;
    }

    private void digit(char digit) {
        if (group != null) {
            group.digit(digit);
        }
        if (mixer != null && member.isHeard()) {
            mixer.key(this, digit);
        }
    }

    /** Tick thread: the other one in its mix has pressed a key. */
    void key(char key) {
        if (leg != null && member.hears()) {
            leg.key(key);
        }
    }

    void receive(long nanoTime) {
        if (leg != null) {
            try {
                leg.receive(nanoTime);
            } catch (IOException e) {
                socketFailed(e);
            }
        }
    }

    void send(long nanoTime, int rounds) {
        if (leg == null || !leg.agreed()) {
            return;
        }
        try {
            if (rounds > 1) {
                leg.skip((rounds - 1) * FRAME);
            }
            boolean nowAudible = fill(frame);
            if (nowAudible && !audible) {
                leg.beginTalkspurt();
            }
            audible = nowAudible;
            if (leg.send(frame, FRAME) && group != null) {
                group.sent(frame);
            }
            leg.report(nanoTime);
        } catch (IOException e) {
            socketFailed(e);
        }
        long silence = leg.newlyInactive(nanoTime);
        if (silence > 0) {
            session.engine().event(() -> listener.inactive(Duration.ofNanos(silence)));
        }
    }

    /** Whether the frame has anything but silence, or belongs to a mix, in which silence is part of the talk. */
    private boolean fill(short[] next) {
        boolean playing = group != null && peerHearsGroup && group.readFrame(next);
        if (!playing) {
            Arrays.fill(next, (short) 0);
        }
        boolean mixed = false;
        if (member != null) {
            mixed = member.hear(next, playing);
        }
        if (leaving != null) {
            mixed |= leaving.hear(next, playing);
            leaving = null;
        }
        return playing || mixed;
    }

    private void socketFailed(IOException e) {
        session.engine().counters.packetsDiscarded.increment();
        if (!socketFailed) {
            socketFailed = true;
            MediaLog.socketFailed(session.correlationId(), e);
        }
    }

    /** Tick thread: says good-bye and gives the ports back. */
    void shutdown(long nanoTime) {
        if (released) {
            return;
        }
        released = true;
        leaveMixer();
        session.remove(this);
        if (group != null) {
            group.unjoined(this);
        }
        if (leg != null) {
            try {
                leg.bye(nanoTime);
            } catch (IOException e) {
                socketFailed(e);
            }
            PortPair ports = leg.ports();
            last = leg.statistics();
            leg = null;
            session.engine().control(() -> session.engine().ports.release(ports));
        }
        sdp.released();
    }
}
