package org.callwright.engine.media;

import java.time.Duration;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.value.AnsweredBy;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetectionResult;

/** The machine's words for a detection and the driver's, one into the other. What a driver can't tell is unknown. */
final class WhoAnswers {

    private WhoAnswers() {
    }

    static MachineDetection request(Effect.DetectMachine effect) {
        var wanted = effect.detection();
        return new MachineDetection(MachineDetection.Mode.valueOf(wanted.mode().name()), wanted.timeout(),
                wanted.speechThreshold(), wanted.speechEndThreshold(), wanted.silenceTimeout());
    }

    static CallEvent result(Effect.DetectMachine effect, MachineDetectionResult result) {
        return new CallEvent.MachineDetected(effect.leg(), effect.operation(),
                AnsweredBy.valueOf(result.answeredBy().name()), result.after());
    }

    static CallEvent none(Effect.DetectMachine effect) {
        return new CallEvent.MachineDetected(
                effect.leg(), effect.operation(), AnsweredBy.UNKNOWN, Duration.ZERO);
    }
}
