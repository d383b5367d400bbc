package org.callwright.amd;

import org.callwright.amd.corpus.Answer;
import org.callwright.amd.corpus.Kind;
import org.callwright.media.codecs.amd.AnsweringMachineDetector;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;

/**
 * What the detector said of a call.
 *
 * @param millis audio it took from the answer on
 */
record Verdict(Answer answer, AnsweredBy answeredBy, int millis) {

    private static final int PACKET = 160;

    /** Gives the call's packets to a detector, one after the other, until it decides or the call ends. */
    static Verdict of(Answer answer, MachineDetection request) {
        AnsweringMachineDetector detector = new AnsweringMachineDetector(request);
        int packets = answer.samples().length / PACKET;
        for (int i = 0; i < packets && !detector.decided(); i++) {
            if (answer.lost().get(i)) {
                detector.gap(PACKET);
            } else {
                detector.accept(answer.samples(), i * PACKET, PACKET);
            }
        }
        return new Verdict(answer, detector.answeredBy(), detector.heardMillis());
    }

    boolean right() {
        return answer.kind() == Kind.HUMAN ? answeredBy == AnsweredBy.HUMAN : answeredBy.machine();
    }
}
