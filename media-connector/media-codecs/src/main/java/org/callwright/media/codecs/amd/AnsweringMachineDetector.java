package org.callwright.media.codecs.amd;

import java.time.Duration;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetection.Mode;

/**
 * Listens to a call from its answer on until it can tell who answered. A person says little and then waits for an
 * answer; a machine talks on, and beeps. So: silence after short speech is a person; long speech, a sentence that
 * follows after another and a pause, or a beep is a machine; no speech at all, or no decision in time, is unknown. When
 * the end of a machine's message is wanted too, it goes on to the end of a beep, or to long silence.
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
    /** A voice louder by so many decibels is the one that answers; what was heard before was in the background. */
    private static final double LOUDER = 13;
    private static final double ONE_WORD_MILLIS = 500;
    private static final double SENTENCE_MILLIS = 900;
    /** Share of the request's speech threshold after which a further sentence is a machine's. */
    private static final double FIRST_SENTENCE = 0.45;
    /** Shares of the request's speech end threshold: after one word, and after a sentence. */
    private static final double END_AFTER_WORD = 0.7;
    private static final double END_AFTER_SENTENCE = 1.5;

    private final MachineDetection request;
    private final VoiceActivity activity = new VoiceActivity();
    private final BeepDetector beep = new BeepDetector();
    private final SpeechTimer speech = new SpeechTimer();
    private final short[] frame = new short[FRAME];
    private final int messageEnd;
    private int inFrame;
    private int frames;
    private int missing;
    private double voiceLevel;
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
        activity.frame(frame, FRAME);
        beep.frame(frame, FRAME, activity.level());
        boolean ringBack = !speech.heard() && ringBack();
        if (ringBack) {
            beep.dismiss();
        }
        voiced = !ringBack && !beep.sounding() && activity.speech(speech.inWord());
        if (voiced && speech.heard() && activity.peak() > voiceLevel + LOUDER) {
            speech.restart();
        }
        boolean heardBefore = speech.heard();
        speech.frame(voiced);
        if (!heardBefore && speech.heard()) {
            voiceLevel = activity.peak();
        }
        decide();
    }

    private boolean ringBack() {
        return CallProgressTone.in(frame, FRAME) || beep.sounding() && beep.hertz() < CallProgressTone.MAX_HERTZ;
    }

    private void decide() {
        machine |= beep.found() || passed(speech.spoken(), request.speechThreshold())
                || speech.spokenBeforePause() * FRAME_MILLIS
                >= FIRST_SENTENCE * request.speechThreshold().toMillis();
        if (machine && request.mode() == Mode.ENABLE) {
            decided(AnsweredBy.MACHINE_START);
        } else if (machine) {
            decideEnd();
        } else if (speech.heard() && silent(greetingEnd()) && !beep.sounding()) {
            decided(AnsweredBy.HUMAN);
        } else if (!speech.heard() && passed(frames, request.silenceTimeout()) || timedOut()) {
            decided(AnsweredBy.UNKNOWN);
        }
    }

    /** Silence that ends a greeting: the longer the greeting, the more likely is it a machine's and goes on. */
    private double greetingEnd() {
        double spoken = speech.spoken() * FRAME_MILLIS;
        double length = Math.max(0, Math.min(1, (spoken - ONE_WORD_MILLIS) / (SENTENCE_MILLIS - ONE_WORD_MILLIS)));
        return request.speechEndThreshold().toMillis()
                * (END_AFTER_WORD + (END_AFTER_SENTENCE - END_AFTER_WORD) * length);
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

    private boolean silent(double millis) {
        return speech.silence() * FRAME_MILLIS >= millis;
    }

    private static boolean passed(int frames, Duration length) {
        return frames * FRAME_MILLIS >= length.toMillis();
    }

    private boolean timedOut() {
        return passed(frames, request.timeout());
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
