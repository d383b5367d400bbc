package org.callwright.media.spi.tts;

/** Synthesis failed; {@link #code} is the reason code of a failed Say record (2300 to 2399). */
public class TtsException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The engine could not be run or broke down. */
    public static final int ENGINE_FAILURE = 2301;
    /** The engine does not speak the language. */
    public static final int LANGUAGE_NOT_SUPPORTED = 2302;
    /** The engine took longer than it may. */
    public static final int TIMEOUT = 2303;
    /** The text holds nothing that can be spoken, or is too long. */
    public static final int TEXT_NOT_SPEAKABLE = 2304;

    private final int code;

    public TtsException(int code, String message) {
        this(code, message, null);
    }

    public TtsException(int code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
