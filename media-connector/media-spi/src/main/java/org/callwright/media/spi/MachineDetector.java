package org.callwright.media.spi;

import java.util.concurrent.CompletionStage;

/**
 * Listens to what the joined leg sends and tells whether a person or a machine answered. Time counts from the start of
 * the detection, which is best the moment of the answer; while the leg sends nothing, it counts by the clock.
 */
public interface MachineDetector {

    /**
     * Starts listening. The stage ends with the detection and never fails.
     *
     * @throws IllegalStateException when a detection is running
     */
    CompletionStage<MachineDetectionResult> detect(MachineDetection request);

    /** Ends the detection with {@link MachineDetectionResult.Reason#STOPPED}; does nothing when none is running. */
    void stop();
}
