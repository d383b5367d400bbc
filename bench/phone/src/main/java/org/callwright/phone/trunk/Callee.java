package org.callwright.phone.trunk;

import org.callwright.phone.media.Metronome;

/** Somebody who has answered: speaks, listens, presses keys and hangs up as the scenario says, 20 ms after 20 ms. */
final class Callee {

    private static final int INTO_SPEECH_MILLIS = 500;
    private static final int ONCE_MILLIS = 2000;

    /** The telephone in hand. */
    interface Line {

        void say(short[] samples);

        void press(char key);

        void hangUp(String why);
    }

    private final Scenario scenario;
    private final Line line;
    private final Hearing hearing = new Hearing();
    private int elapsed;
    private boolean interrupted;

    Callee(Scenario scenario, Line line) {
        this.scenario = scenario;
        this.line = line;
    }

    /** Takes a packet of the caller's audio. */
    void heard(short[] samples) {
        hearing.heard(samples);
    }

    /** 20 ms have passed. */
    void tick() {
        if (elapsed == 0) {
            line.say(scenario.voice().samples());
        }
        elapsed += Metronome.TICK_MILLIS;
        hearing.tick();
        if (pressesNow()) {
            line.press(scenario.keys().key());
        }
        if (passed(scenario.stays().toMillis(), elapsed)) {
            line.hangUp("hung up after " + scenario.stays().toMillis() + " ms");
        } else if (passed(scenario.listens().toMillis(), hearing.soundMillis())) {
            line.hangUp("hung up when the caller spoke");
        }
    }

    private static boolean passed(long limit, int millis) {
        return limit > 0 && millis >= limit;
    }

    private boolean pressesNow() {
        return switch (scenario.keys().moment()) {
            case NEVER -> false;
            case AFTER_SPEECH -> hearing.fellSilent();
            case DURING_SPEECH -> interrupts();
            case ONCE -> elapsed == ONCE_MILLIS;
        };
    }

    /** Once in each utterance. */
    private boolean interrupts() {
        boolean intoSpeech = hearing.utteranceMillis() >= INTO_SPEECH_MILLIS;
        boolean now = intoSpeech && !interrupted;
        interrupted = intoSpeech;
        return now;
    }
}
