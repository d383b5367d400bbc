package org.callwright.media.spi;

/** Who or what answered a call, as far as can be heard. */
public enum AnsweredBy {
    /** A person: spoke shortly and waits for an answer. */
    HUMAN,
    /** A machine, told as soon as it is known. */
    MACHINE_START,
    /** A machine, told when its beep is over: now a message can be left. */
    MACHINE_END_BEEP,
    /** A machine, told when it had been silent for long; no beep was heard. */
    MACHINE_END_SILENCE,
    /** A machine whose message did not end in time. */
    MACHINE_END_OTHER,
    /** Nothing was said, or not enough to tell. */
    UNKNOWN;

    /** Whether it is a machine, whatever it does just now. */
    public boolean machine() {
        return this != HUMAN && this != UNKNOWN;
    }
}
