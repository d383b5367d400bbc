package org.callwright.phone.trunk;

import java.time.Duration;

/**
 * What becomes of a call.
 *
 * @param name in the log
 * @param status final response, 200 or a refusal; {@link #RINGS} or {@link #DEAD} when there is none
 * @param ringing from the 180 to the final response; zero means that it comes at once, without 180
 * @param voice what is heard behind a 200
 * @param keys pressed behind a 200
 * @param stays after which who answered hangs up; zero means that the caller has to
 * @param listens how much of the caller's sound who answered hears before hanging up; zero means to the end
 */
record Scenario(String name, int status, Duration ringing, Voice voice, Keys keys, Duration stays, Duration listens) {

    /** Rings until the caller cancels. */
    static final int RINGS = 0;
    /** No response of any kind. */
    static final int DEAD = -1;

    private static final int OK = 200;
    private static final Duration RINGING = Duration.ofSeconds(1);

    static Scenario person() {
        return answered("person", Voice.PERSON);
    }

    static Scenario answered(String name, Voice voice) {
        return new Scenario(name, OK, RINGING, voice, Keys.NONE, Duration.ZERO, Duration.ZERO);
    }

    static Scenario refused(String name, int status) {
        return new Scenario(name, status, Duration.ZERO, Voice.PERSON, Keys.NONE, Duration.ZERO, Duration.ZERO);
    }

    static Scenario pressing(char key, Keys.Moment moment) {
        return new Scenario("person who presses " + key, OK, RINGING, Voice.PERSON, new Keys(key, moment),
                Duration.ZERO, Duration.ZERO);
    }

    Scenario ringing(Duration length) {
        return new Scenario(name, status, length, voice, keys, stays, listens);
    }

    Scenario staying(Duration length) {
        return new Scenario(name, status, ringing, voice, keys, length, listens);
    }

    Scenario listening(Duration length) {
        return new Scenario(name, status, ringing, voice, keys, stays, length);
    }

    boolean answers() {
        return status == OK;
    }
}
