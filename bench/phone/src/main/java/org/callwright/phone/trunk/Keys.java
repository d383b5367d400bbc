package org.callwright.phone.trunk;

/** Which key somebody presses, and when. */
record Keys(char key, Moment moment) {

    static final Keys NONE = new Keys('0', Moment.NEVER);

    /** When a key is pressed. */
    enum Moment {
        NEVER,
        /** Each time the caller has spoken and fallen silent. */
        AFTER_SPEECH,
        /** Into each utterance of the caller, half a second after it began. */
        DURING_SPEECH,
        /** Once, two seconds after the answer. */
        ONCE
    }
}
