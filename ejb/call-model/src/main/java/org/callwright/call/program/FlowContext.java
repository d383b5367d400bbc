package org.callwright.call.program;

import java.time.Duration;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome;

/** The call as a flow sees it. */
public interface FlowContext {

    /** Speaks. Returns the operation's number. */
    long speak(String text, String language, String voice);

    /** Plays once, or speaks. Returns the operation's number. */
    long play(Prompt prompt);

    void stopPrompt(long operation);

    /** Listens who answered; a signal tells the result. Returns the operation's number. */
    long detectMachine(MachineDetection detection);

    /** Starts the flow's one timer, anew if it runs. */
    void startTimer(Duration delay);

    void stopTimer();

    /** The flow's next state. */
    void become(FlowRun run);

    /** Writes down the key that counts now. */
    void noteKey(char key);

    /** Ends the call; what was to be said has been. */
    void hangUp(String why);

    /**
     * Ends the call, because something can't be spoken or played.
     *
     * @param unheard whether the callee has heard nothing at all
     */
    void fail(PromptOutcome outcome, boolean unheard);
}
