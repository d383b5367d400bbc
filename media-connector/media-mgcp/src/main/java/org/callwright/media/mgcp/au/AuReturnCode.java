package org.callwright.media.mgcp.au;

/** Values of {@code rc} (RFC 2897, 6.2). */
public final class AuReturnCode {

    public static final int SUCCESS = 100;
    public static final int UNSPECIFIED_FAILURE = 300;
    public static final int BAD_AUDIO_ID = 301;
    public static final int NO_DIGITS = 326;
    public static final int NO_SPEECH = 327;
    public static final int SPOKE_TOO_LONG = 328;
    public static final int DIGIT_PATTERN_NOT_MATCHED = 329;
    public static final int MAX_ATTEMPTS_EXCEEDED = 330;

    private AuReturnCode() {
    }
}
