package org.callwright.call.value;

import java.util.Optional;
import java.util.stream.Stream;

/** Who or what answered a call, as far as can be heard. The wire names are Twilio's. */
public enum AnsweredBy {
    /** A person. */
    HUMAN("human"),
    /** A machine, told as soon as it is known. */
    MACHINE_START("machine_start"),
    /** A machine whose beep is over: now a message can be left. */
    MACHINE_END_BEEP("machine_end_beep"),
    /** A machine that had been silent for long; no beep was heard. */
    MACHINE_END_SILENCE("machine_end_silence"),
    /** A machine whose message did not end in time. */
    MACHINE_END_OTHER("machine_end_other"),
    /** Nothing was said, or not enough to tell; or nobody could listen to the end. */
    UNKNOWN("unknown");

    private final String wireName;

    AnsweredBy(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether it is a machine, whatever it does just now. */
    public boolean machine() {
        return this != HUMAN && this != UNKNOWN;
    }

    /** The one with this wire name; empty when there is none. */
    public static Optional<AnsweredBy> of(String wireName) {
        return Stream.of(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
    }
}
