package org.callwright.media.codecs.amd;

import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetection.Mode;

/**
 * Listens to a call from its answer on until it can tell who answered. A person says little and then waits for an
 * answer; a machine talks on, and beeps. So: silence after short speech is a person; long speech or a beep is a
 * machine; no speech at all, or no decision in time, is unknown. When the end of a machine's message is wanted too, it
 * goes on to the end of a beep, or to long silence.
 *
 * <p>Takes 8 kHz samples in pieces of any size, works in frames of 20 ms, allocates nothing after construction and
 * decides once. Time is the time of the audio. Belongs to one call and one thread.
 */
public final class AnsweringMachineDetector {

    private static final int FRAME = 160;
    private static final int FRAME_MILLIS = 20;
    /** A machine's message is over when it was silent for so long, if the beep has not come by then. */
    private static final int MESSAGE_END_MILLIS = 2500;
    private static final int KEPT_OVER_GAP = 3;

    private final MachineDetection request;
    private final VoiceActivity activity = new VoiceActivity();
    private final BeepDetector beep = new BeepDetector();
    private final SpeechTimer speech = new SpeechTimer();
    private final short[] frame = new short[FRAME];
    private final int messageEnd;
    private int inFrame;
    private int frames;
    private int missing;
    private boolean voiced;
    private boolean machine;
    private boolean decided;
    private AnsweredBy answeredBy = AnsweredBy.UNKNOWN;

    public AnsweringMachineDetector(MachineDetection request) {
        this.request = request;
        this.messageEnd = Math.max(MESSAGE_END_MILLIS, (int) request.speechEndThreshold().toMillis());
    }

    /** Takes the next samples; does nothing once it has decided. */
    public void accept(short[] samples, int offset, int count) {
        for (int i = 0; i < count && !decided; i++) {
            frame[inFrame++] = samples[offset + i];
            if (inFrame == FRAME) {
                inFrame = 0;
                hear();
            }
        }
    }

    /** Time of which no audio is known: for a moment it goes on as it was, then it is silence. */
    public void gap(int samples) {
        for (int i = 0; i < samples / FRAME && !decided; i++) {
            frames++;
            if (++missing > KEPT_OVER_GAP) {
                voiced = false;
                beep.silence();
            }
            speech.frame(voiced);
            decide();
        }
    }

    private void hear() {
        frames++;
        missing = 0;
        boolean loud = activity.speech(frame, FRAME);
        beep.frame(frame, FRAME, activity.level());
        boolean ringBack = loud && !speech.heard() && CallProgressTone.in(frame, FRAME);
        if (ringBack) {
            beep.dismiss();
        }
        voiced = loud && !ringBack && !beep.sounding();
        speech.frame(voiced);
        decide();
    }

    private void decide() {
        machine |= beep.found() || speech.spoken() * FRAME_MILLIS >= request.speechThreshold().toMillis();
        if (machine && request.mode() == Mode.ENABLE) {
            decided(AnsweredBy.MACHINE_START);
        } else if (machine) {
            decideEnd();
        } else if (speech.heard() && silent(request.speechEndThreshold().toMillis()) && !beep.sounding()) {
            decided(AnsweredBy.HUMAN);
        } else if (!speech.heard() && passed(request.silenceTimeout().toMillis()) || timedOut()) {
            decided(AnsweredBy.UNKNOWN);
        }
    }

    private void decideEnd() {
        answeredBy = AnsweredBy.MACHINE_START;
        if (beep.over()) {
            decided(AnsweredBy.MACHINE_END_BEEP);
        } else if (silent(messageEnd) && !beep.sounding()) {
            decided(AnsweredBy.MACHINE_END_SILENCE);
        } else if (timedOut()) {
            decided(AnsweredBy.MACHINE_END_OTHER);
        }
    }

    private boolean silent(long millis) {
        return speech.silence() * FRAME_MILLIS >= millis;
    }

    private boolean passed(long millis) {
        return frames * FRAME_MILLIS >= millis;
    }

    private boolean timedOut() {
        return passed(request.timeout().toMillis());
    }

    private void decided(AnsweredBy outcome) {
        answeredBy = outcome;
        decided = true;
    }

    /** Whether it has decided. */
    public boolean decided() {
        return decided;
    }

    /** Who answered, as far as is known: {@link AnsweredBy#UNKNOWN} before it is. */
    public AnsweredBy answeredBy() {
        return answeredBy;
    }

    /** Milliseconds of audio it took, up to the decision. */
    public int heardMillis() {
        return frames * FRAME_MILLIS;
    }
}
