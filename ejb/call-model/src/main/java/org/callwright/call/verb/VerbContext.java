package org.callwright.call.verb;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.rcml.Verb;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingSpec;
import org.callwright.call.value.WebTarget;

/** The call as a verb sees it. Each run ends with one of next, request, hangUp and reject. */
public interface VerbContext {

    /** A recording that was started. */
    record Started(long operation, RecordingSid sid) {
    }

    /** Speaks, and writes the Say record when it ends. Returns the operation's number. */
    long speak(Verb.Say say);

    /** Plays. Returns the operation's number. */
    long play(URI url, int loop);

    void stopPrompt(long operation);

    Started record(RecordingSpec spec);

    void stopRecording(long operation);

    /** Calls whom the Dial names. Empty: there is nobody to call, and the owner has been told why. */
    Optional<CallSid> dial(Verb.Dial dial);

    /** Plays the ringing tone until it is stopped. Returns the operation's number. */
    long ringback();

    /** Lets caller and callee hear each other. */
    void join(CallSid dialled);

    /** Lets the caller hear the callee, who does not hear him. */
    void hear(CallSid dialled);

    /** Undoes {@link #join} and {@link #hear}. */
    void part();

    /** Ends a dialled call; its end is told as always. */
    void letGo(CallSid dialled, String why);

    /** Starts the verb's one timer, anew if it runs. */
    void startTimer(Duration delay);

    void stopTimer();

    /** The verb's next state. */
    void become(VerbRun run);

    /** Done: on with the document's next verb. */
    void next();

    /** Done: on with the document of this answer. */
    void request(WebTarget target, List<Parameter> own);

    /** Ends the call. */
    void hangUp(String why);

    /** Refuses the call if it is not answered yet, otherwise ends it. */
    void reject(int sipStatus, String sipReason);

    /** Tells the application's owner of an error. */
    void error(int code, String message);

    /** A reference of the document as an absolute URL; empty when it is none. */
    Optional<URI> resolve(String reference);

    /** The document's own URL. */
    URI documentUrl();

    URI recordingUrl(RecordingSid sid);

    CallPolicy policy();
}
