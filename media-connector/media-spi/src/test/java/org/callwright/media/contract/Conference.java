package org.callwright.media.contract;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;

/** Calls that are up, in a mix that belongs to the first one's session. */
final class Conference implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    final MediaServer server;
    final MediaMixer mixer;
    private final List<Call> calls = new ArrayList<>();

    /** What a member offers. */
    private interface Member {

        String offer(RtpPeer peer);
    }

    private Conference(MediaServer server, List<Member> members, boolean beside) throws Exception {
        this.server = server;
        for (Member member : members) {
            Call call = beside && !calls.isEmpty() ? Call.beside(server, calls.get(0)) : new Call(server);
            String offer = member.offer(call.peer);
            call.offer(offer);
            call.peer.payloadType = Integer.parseInt(Sdp.lines(offer, "m=").get(0).split(" ")[3]);
            calls.add(call);
        }
        mixer = calls.get(0).session.createMediaMixer();
        for (Call call : calls) {
            mixer.join(Direction.DUPLEX, call.connection);
        }
        for (Call call : calls) {
            Eventually.result(mixer.joined(call.connection));
        }
        settle();
    }

    /** Members that speak mu-law and have telephone-events. */
    static Conference of(MediaDriver driver, int members) throws Exception {
        return of(driver, Sdp.PCMU_AND_EVENTS, members);
    }

    static Conference of(MediaDriver driver, String formats, int members) throws Exception {
        return of(driver, Collections.<Member>nCopies(members, peer -> peer.offer(formats)), false);
    }

    /** A member for each, who speaks nothing else. */
    static Conference of(MediaDriver driver, List<Coding> codings) throws Exception {
        return of(driver, codings.stream().<Member>map(coding -> coding::offer).toList(), false);
    }

    /** Two members, the second one's session made beside the first one's. */
    static Conference besideEachOther(MediaDriver driver) throws Exception {
        return of(driver, Collections.<Member>nCopies(2, peer -> peer.offer(Sdp.PCMU_AND_EVENTS)), true);
    }

    private static Conference of(MediaDriver driver, List<Member> members, boolean beside) throws Exception {
        int ports = 2 * members.size() + 4;
        int first = FreePorts.first(ports);
        return new Conference(driver.start(new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", first,
                first + ports - 1, Duration.ZERO)), members, beside);
    }

    Call call(int member) {
        return calls.get(member);
    }

    RtpPeer peer(int member) {
        return calls.get(member).peer;
    }

    List<Call> calls() {
        return calls;
    }

    /** Waits until what was asked for before is done and heard. */
    void settle() {
        for (Call call : calls) {
            int packets = call.peer.received().size();
            Eventually.eventually("the members' streams flow", () -> call.peer.received().size() > packets + 5);
        }
    }

    /**
     * Whether each of the listeners hears every frame that the member says, unchanged and in order. A machine that is
     * busy with other things may lose some, so there is more than one attempt; a mixer that changes anything fails in
     * all of them.
     */
    boolean hearExactly(int speaker, byte[] codes, List<Call> listeners) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Integer> before = listeners.stream().map(call -> call.peer.received().size()).toList();
            peer(speaker).send(codes);
            settle();
            settle();
            boolean all = true;
            for (int i = 0; i < listeners.size(); i++) {
                byte[] heard = listeners.get(i).peer.payloadsSince(before.get(i));
                all &= Signals.framesInOrder(heard, codes) == codes.length / RtpPeer.FRAME;
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** Whether the member hears nothing but silence while the others do what they do. */
    boolean hearsNothing(int member, Runnable others) {
        int before = peer(member).received().size();
        others.run();
        settle();
        return Signals.trimmed(Mulaw.decode(peer(member).payloadsSince(before))).length == 0;
    }

    @Override
    public void close() {
        calls.forEach(Call::close);
        server.close();
    }
}
