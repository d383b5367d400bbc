package org.callwright.call.rcml;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.value.CallTarget;
import org.callwright.call.value.Credentials;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.RecordedParties;

/**
 * A verb as the document wrote it, with defaults filled in. URLs stay as written (they resolve against the document's
 * own URL when the verb runs); times are whole seconds.
 */
public sealed interface Verb {

    /** What a caller hears; these may stand in a Gather too. */
    sealed interface Audible extends Verb {
    }

    /**
     * Speaks.
     *
     * @param text white space is collapsed; not empty
     * @param language lower-case tag
     * @param voice {@code man} or {@code woman}
     * @param loop repetitions; 0 = until the call ends
     */
    record Say(String text, String language, String voice, int loop) implements Audible {

        /** A text without a wish how to say it. */
        public static Say of(String text) {
            return new Say(text, DEFAULT_LANGUAGE, DEFAULT_VOICE, 1);
        }

        static final String DEFAULT_LANGUAGE = "en";
        static final String DEFAULT_VOICE = "man";
    }

    /** Plays a WAV; {@code loop} 0 = until the call ends. */
    record Play(String url, int loop) implements Audible {
    }

    /** Waits. */
    record Pause(int length) implements Audible {
    }

    /**
     * Collects keys.
     *
     * @param action empty: the current document's URL
     * @param preTimeout seconds from the end of the prompts to the first key
     * @param postTimeout seconds from one key to the next
     * @param numDigits complete with so many keys; empty: no limit
     * @param startInputKey keys that can begin an input
     * @param actionOnEmptyResult whether the action is requested when nothing was entered
     */
    record Gather(
            Optional<String> action,
            HttpMethod method,
            int preTimeout,
            int postTimeout,
            Keys finishOnKey,
            Optional<Integer> numDigits,
            Keys startInputKey,
            boolean actionOnEmptyResult,
            List<Audible> prompts)
            implements Verb {

        public Gather {
            prompts = List.copyOf(prompts);
        }
    }

    /**
     * Records the caller.
     *
     * @param action empty: as the operator chose, the current document's URL or the next verb
     * @param timeout seconds of silence that end it
     */
    record Record(
            Optional<String> action, HttpMethod method, int timeout, Keys finishOnKey, int maxLength, boolean playBeep)
            implements Verb {
    }

    /**
     * Calls somebody and lets the caller talk with him.
     *
     * @param action empty: the next verb
     * @param timeout seconds that the callee may ring
     * @param timeLimit seconds that the two may talk
     * @param callerId what the callee sees; empty: who calls us
     * @param hangupOnStar whether the caller's star key ends the talk
     * @param record what is recorded; empty: nothing
     * @param callee empty: there is nobody that could be called, and Dial fails at once
     */
    record Dial(
            Optional<String> action,
            HttpMethod method,
            int timeout,
            int timeLimit,
            Optional<String> callerId,
            boolean hangupOnStar,
            Optional<Recording> record,
            Optional<Callee> callee)
            implements Verb {

        /**
         * Whom to call, and what belongs to him.
         *
         * @param progress told how the dialled call goes
         * @param screening what he hears before he talks with the caller; it may hang up
         * @param credentials if he asks who calls
         */
        public record Callee(CallTarget target, Optional<Progress> progress, Optional<Screening> screening,
                Optional<Credentials> credentials) {
        }

        /**
         * What is recorded.
         *
         * @param ringing whether from the first ringing on, and not from the answer on
         */
        public record Recording(RecordedParties parties, boolean ringing) {
        }

        /** The document for the callee. */
        public record Screening(String url, HttpMethod method) {

            /** From the callee's answer to the moment in which he must have taken the call: the caller waits. */
            public static final Duration LONGEST = Duration.ofSeconds(60);
        }

        /** Without the callee, who is not needed any more when he is being called. */
        public Dial placed() {
            return new Dial(action, method, timeout, timeLimit, callerId, hangupOnStar, record, Optional.empty());
        }

        /** The URL that is told these events. */
        public record Progress(String url, HttpMethod method, List<ProgressEvent> events) {

            public Progress {
                events = List.copyOf(events);
            }
        }
    }

    /** Goes on with another document. */
    record Redirect(String url, HttpMethod method) implements Verb {
    }

    record Hangup() implements Verb {
    }

    /** Refuses the call unanswered. */
    record Reject(boolean busy) implements Verb {
    }
}
