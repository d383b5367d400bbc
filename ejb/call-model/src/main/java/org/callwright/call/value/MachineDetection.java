package org.callwright.call.value;

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

    /** When a machine is told. */
    public enum Mode {
        /** As soon as it is known. */
        ENABLE("Enable"),
        /** When its message is over, so that a message can be left. */
        DETECT_MESSAGE_END("DetectMessageEnd");

        private final String wireName;

        Mode(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** A length that can be chosen: its parameter's name, its limits and its default, in milliseconds. */
    public enum Limit {
        TIMEOUT("MachineDetectionTimeout", 3_000, 59_000, 30_000),
        SPEECH_THRESHOLD("MachineDetectionSpeechThreshold", 1_000, 6_000, 2_500),
        SPEECH_END_THRESHOLD("MachineDetectionSpeechEndThreshold", 500, 5_000, 1_200),
        SILENCE_TIMEOUT("MachineDetectionSilenceTimeout", 2_000, 10_000, 5_000);

        private final String parameter;
        private final int least;
        private final int most;
        private final int usual;

        Limit(String parameter, int least, int most, int usual) {
            this.parameter = parameter;
            this.least = least;
            this.most = most;
            this.usual = usual;
        }

        public String parameter() {
            return parameter;
        }

        public int least() {
            return least;
        }

        public int most() {
            return most;
        }

        /** What holds when nothing is chosen. */
        public Duration usual() {
            return Duration.ofMillis(usual);
        }

        private void check(Duration length) {
            long millis = length.toMillis();
            if (millis < least || millis > most) {
                throw new IllegalArgumentException(
                        parameter + " is " + millis + " ms, not " + least + " to " + most);
            }
        }
    }

    /** @throws IllegalArgumentException when a length is out of its limits; the message names it */
    public MachineDetection {
        Limit.TIMEOUT.check(timeout);
        Limit.SPEECH_THRESHOLD.check(speechThreshold);
        Limit.SPEECH_END_THRESHOLD.check(speechEndThreshold);
        Limit.SILENCE_TIMEOUT.check(silenceTimeout);
    }

    /** That mode with the defaults. */
    public static MachineDetection of(Mode mode) {
        return new MachineDetection(mode, Limit.TIMEOUT.usual(), Limit.SPEECH_THRESHOLD.usual(),
                Limit.SPEECH_END_THRESHOLD.usual(), Limit.SILENCE_TIMEOUT.usual());
    }
}
