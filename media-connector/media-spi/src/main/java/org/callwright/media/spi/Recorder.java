package org.callwright.media.spi;

import java.util.concurrent.CompletionStage;

/**
 * Records the joined leg, what its peer sends and, where that is asked for, what it hears. The file is playable at any
 * moment: the header of a WAV (8 kHz, 16-bit, one channel or two) is brought up to date at least every second, so that
 * a crash loses at most that.
 */
public interface Recorder {

    /**
     * Starts recording. The stage ends with the recording and never fails: what went wrong is in the result's reason.
     *
     * @throws IllegalStateException when a recording is running
     */
    CompletionStage<RecordResult> record(RecordRequest request);

    /** Ends the recording with {@link RecordResult.Reason#STOPPED}; does nothing when none is running. */
    void stop();
}
