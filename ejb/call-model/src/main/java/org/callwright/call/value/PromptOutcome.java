package org.callwright.call.value;

import java.time.Duration;

/**
 * How a prompt ended.
 *
 * @param provider who spoke; empty for audio and for failures before a provider was chosen
 * @param language the language that was really used
 * @param voice the voice that was really used
 * @param code reason code of a failure (23xx speech, 12300 and others audio), 0 otherwise
 * @param reason of a failure, safe to show to the application's owner; empty otherwise
 */
public record PromptOutcome(
        Result result, Duration played, String provider, String language, String voice, int code, String reason) {

    /** The code of audio whose host is well, but which can't be played: none, broken, too much or too slow. */
    public static final int NO_AUDIO = 12_300;

    /** How. */
    public enum Result {
        COMPLETED,
        /** Stopped by the machine or by the end of the call. */
        STOPPED,
        FAILED
    }
}
