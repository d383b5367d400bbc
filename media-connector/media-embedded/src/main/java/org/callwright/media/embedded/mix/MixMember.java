package org.callwright.media.embedded.mix;

import org.callwright.media.codecs.Saturation;
import org.callwright.media.embedded.jitter.PlayoutBuffer;
import org.callwright.media.embedded.rtp.AudioSink;

/**
 * One leg's part in a mix. What it says comes in by {@link #sink} and is taken frame by frame in the rounds of the
 * {@link MixBus}; what it hears stays the same from one round to the next and is fetched once between them. Both begin
 * and end softly.
 */
public final class MixMember {

    private static final int FRAME = PlayoutBuffer.FRAME;
    /** 20 ms of patience with the network at first; more when it needs more, up to 300 ms. */
    private static final int DELAY = FRAME;
    private static final int LONGEST = 15 * FRAME;
    private static final short[] NOTHING = new short[FRAME];

    private final PlayoutBuffer playout;
    private final short[] said = new short[FRAME];
    private final short[] others = new short[FRAME];
    /** {@link #NOTHING} until its first round. */
    private short[] heard = NOTHING;
    private Voice voice = Voice.OFF;
    private boolean speaking;
    private boolean hears;
    private boolean hearing;

    private enum Voice { OFF, BEGINNING, ON, ENDING }

    /** @param frameConcealed called for every 20 ms that had to be made up */
    public MixMember(Runnable frameConcealed) {
        playout = new PlayoutBuffer(DELAY, LONGEST, frameConcealed);
    }

    /** Where the leg's audio goes while it {@link #isHeard}. */
    public AudioSink sink() {
        return playout;
    }

    /** Whether the others hear it. */
    public boolean isHeard() {
        return voice == Voice.BEGINNING || voice == Voice.ON;
    }

    /** Whether it hears the others. */
    public boolean hears() {
        return hears;
    }

    /**
     * Takes part from now on.
     *
     * @param isHeard whether the others are to hear it
     * @param flowing whether its audio may be in the middle of a word
     * @param nowHears whether it is to hear the others
     */
    public void join(boolean isHeard, boolean flowing, boolean nowHears) {
        if (isHeard && voice == Voice.ENDING) {
            voice = Voice.ON;
        } else if (isHeard && !isHeard()) {
            playout.restart();
            voice = flowing ? Voice.BEGINNING : Voice.ON;
        } else if (!isHeard && isHeard()) {
            voice = Voice.ENDING;
        }
        hears = nowHears;
    }

    /** First half of a round: takes its next frame; false when nothing of it is to be heard. */
    boolean speak() {
        speaking = false;
        if (voice != Voice.OFF) {
            boolean real = playout.read(said);
            speaking = !playout.silent();
            if (voice == Voice.ENDING) {
                Fade.out(said);
                voice = Voice.OFF;
            } else if (voice == Voice.BEGINNING && real) {
                Fade.in(said);
                voice = Voice.ON;
            }
        }
        return speaking;
    }

    void addTo(int[] sum) {
        for (int i = 0; i < FRAME; i++) {
            sum[i] += said[i];
        }
    }

    /** Second half: hears the sum without itself; {@code all} is the sum as it is. */
    void listen(int[] sum, short[] all) {
        heard = all;
        if (speaking && hears) {
            for (int i = 0; i < FRAME; i++) {
                others[i] = Saturation.of(sum[i] - said[i]);
            }
            heard = others;
        }
    }

    /**
     * Puts what it hears into the next frame for its peer.
     *
     * @param frame what the peer hears otherwise
     * @param overridden whether that is to be heard and not the mix
     * @return whether the frame has anything of the mix
     */
    public boolean hear(short[] frame, boolean overridden) {
        boolean before = hearing;
        hearing = hears && !overridden && heard != NOTHING;
        if (hearing) {
            System.arraycopy(heard, 0, frame, 0, FRAME);
            if (!before) {
                Fade.in(frame);
            }
        } else if (before) {
            Fade.addOut(frame, heard);
        }
        return hearing || before;
    }
}
