package org.callwright.phone.trunk;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callwright.phone.media.Codec;
import org.callwright.phone.media.Direction;
import org.callwright.phone.media.Metronome;
import org.callwright.phone.media.PolledRtp;
import org.callwright.phone.media.SdpWriter;
import org.callwright.phone.media.SessionDescription;

/**
 * The audio of one answered call, both ways. The signalling thread describes it, connects it when the caller has
 * acknowledged the answer, and ends it; the audio thread does all else.
 */
final class CallAudio implements Callee.Line {

    private static final List<Codec> CODECS = List.of(Codec.PCMU, Codec.PCMA);
    /** A caller of whom no packet came for so long is dead. */
    private static final int DEAD_TICKS = 30_000 / Metronome.TICK_MILLIS;

    private final PolledRtp rtp;
    private final SdpWriter writer;
    private final Callee callee;
    private final Consumer<String> hangUp;
    private int ticksWithoutPacket;
    private volatile String own = "";
    private volatile String pressed = "";
    private volatile boolean connected;
    private volatile boolean over;

    /** @param hangUp told once or more often, with the reason, when who answered wants to hang up */
    CallAudio(InetAddress local, Scenario scenario, Consumer<String> hangUp) {
        this.rtp = new PolledRtp(local);
        this.writer = new SdpWriter(local.getHostAddress(), rtp.localPort(), CODECS, true);
        this.callee = new Callee(scenario, this);
        this.hangUp = hangUp;
    }

    /** The answer to an offer of the caller; nothing when there is no common codec. */
    Optional<String> answer(String offer) {
        SessionDescription remote = SessionDescription.parse(offer);
        Optional<String> answer = writer.answer(remote);
        answer.ifPresent(text -> rtp.negotiated(SessionDescription.parse(text), remote, CODECS));
        return answer;
    }

    /** An offer for a caller that made none. */
    String offer() {
        own = writer.offer(Direction.SENDRECV);
        return own;
    }

    /** Takes the caller's answer to the last offer. */
    void answered(String answer) {
        SessionDescription remote = SessionDescription.parse(answer);
        if (remote.firstAudio(CODECS).isPresent()) {
            rtp.negotiated(SessionDescription.parse(own), remote, CODECS);
        }
    }

    void connect() {
        connected = true;
    }

    void end() {
        over = true;
    }

    /** The keys that were pressed. */
    String pressed() {
        return pressed;
    }

    /** Moves the audio by 20 ms. @return whether the call goes on; its socket is closed when not */
    boolean tick() {
        if (over) {
            rtp.close();
            return false;
        }
        if (connected) {
            ticksWithoutPacket = rtp.tick(callee::heard) > 0 ? 0 : ticksWithoutPacket + 1;
            callee.tick();
            if (ticksWithoutPacket >= DEAD_TICKS) {
                hangUp("hung up, nothing came from the caller any more");
            }
        }
        return true;
    }

    @Override
    public void say(short[] samples) {
        rtp.say(samples);
    }

    @Override
    public void press(char key) {
        pressed += key;
        rtp.press(key);
    }

    @Override
    public void hangUp(String why) {
        connected = false;
        hangUp.accept(why);
    }
}
