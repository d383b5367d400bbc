package org.callwright.media.spi;

import java.util.concurrent.CompletionStage;

/**
 * Plays audio to the joined leg. One request runs at a time; a further one waits for its turn behind it.
 */
public interface Player {

    /**
     * Plays the request. The stage never fails: what went wrong is in the result's reason.
     */
    CompletionStage<PlayResult> play(PlayRequest request);

    /** Ends the running request and drops the waiting ones; each ends with {@link PlayResult.Reason#STOPPED}. */
    void stop();
}
