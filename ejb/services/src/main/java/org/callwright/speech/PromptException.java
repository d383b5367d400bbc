package org.callwright.speech;

import org.callwright.call.value.PromptOutcome;

/** A prompt can't be had. The message may be shown to the application's owner. */
public class PromptException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The URL of a Play can't be used. */
    public static final int BAD_URL = 12_400;
    /** What a Play's URL gives is no audio, or broken, too much or too slow. */
    public static final int NO_AUDIO = PromptOutcome.NO_AUDIO;
    /** What a Play's URL gives can't be had. */
    public static final int UNPLAYABLE = 13_233;

    private final int code;

    public PromptException(int code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Reason code: 23xx of {@link org.callwright.media.spi.tts.TtsException}, or one of the constants here. */
    public int code() {
        return code;
    }
}
