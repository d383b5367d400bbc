package org.callwright.media.spi;

import java.time.Duration;

/**
 * How to find out whether a person or a machine answered. Names, units and limits are those of Twilio's
 * {@code MachineDetection…} parameters; the default of the speech threshold is ours, see {@code docs/amd.md}.
 *
 * @param mode when a machine is told
 * @param timeout after so long the result is told with what is known; 3 to 59 s
 * @param speechThreshold speech of less than this is a person's greeting, of more a machine's; 1 to 6 s
 * @param speechEndThreshold silence after speech that ends a greeting; 0.5 to 5 s
 * @param silenceTimeout when so long nothing is said after the answer, nobody knows; 2 to 10 s
 */
public record MachineDetection(
        Mode mode,
        Duration timeout,
        Duration speechThreshold,
        Duration speechEndThreshold,
        Duration silenceTimeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    public static final Duration DEFAULT_SPEECH_THRESHOLD = Duration.ofMillis(2500);
    public static final Duration DEFAULT_SPEECH_END_THRESHOLD = Duration.ofMillis(1200);
    public static final Duration DEFAULT_SILENCE_TIMEOUT = Duration.ofSeconds(5);

    /** When a machine is told. */
    public enum Mode {
        /** As soon as it is known. */
        ENABLE,
        /** When its message is over, so that a message can be left. */
        DETECT_MESSAGE_END
    }

    /** @throws IllegalArgumentException when a length is out of its limits; the message names it */
    public MachineDetection {
        check("MachineDetectionTimeout", timeout, 3_000, 59_000);
        check("MachineDetectionSpeechThreshold", speechThreshold, 1_000, 6_000);
        check("MachineDetectionSpeechEndThreshold", speechEndThreshold, 500, 5_000);
        check("MachineDetectionSilenceTimeout", silenceTimeout, 2_000, 10_000);
    }

    /** That mode with the defaults. */
    public static MachineDetection of(Mode mode) {
        return new MachineDetection(mode, DEFAULT_TIMEOUT, DEFAULT_SPEECH_THRESHOLD, DEFAULT_SPEECH_END_THRESHOLD,
                DEFAULT_SILENCE_TIMEOUT);
    }

    private static void check(String name, Duration value, long min, long max) {
        long millis = value.toMillis();
        if (millis < min || millis > max) {
            throw new IllegalArgumentException(name + " is " + millis + " ms, not " + min + " to " + max);
        }
    }
}
