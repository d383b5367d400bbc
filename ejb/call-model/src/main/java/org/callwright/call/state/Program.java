package org.callwright.call.state;

import java.util.Optional;
import org.callwright.call.program.Flow;
import org.callwright.call.program.FlowRun;
import org.callwright.call.value.DetectionOrder;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.call.verb.VerbRun;

/** What the session is about. */
public sealed interface Program {

    /** Nothing has happened. */
    record Idle() implements Program {
    }

    /** Whose number was dialled? */
    record Resolving() implements Program {
    }

    /**
     * We ring the callee; then the flow runs, or the application is asked when there is none.
     *
     * @param detection what the application wants to know of who answers
     */
    record Calling(Optional<Flow> flow, Optional<DetectionOrder> detection) implements Program {
    }

    /** The callee has answered, and talks with the call that dialled this one. */
    record Dialled() implements Program {
    }

    /** The callee has answered; the application is asked when media has heard who it is. */
    record Detecting(long operation) implements Program {
    }

    /** An application is asked for a document. */
    record Fetching(long requestId, WebRequest request, Role role) implements Program {

        /** Why; it decides what a failure leads to. */
        public enum Role { INITIAL, FALLBACK, NEXT }
    }

    /** What ran is being stopped; then this document is fetched. */
    record Interrupting(WebTarget document) implements Program {
    }

    /** A document is there; the call is being answered for its first verb. */
    record Answering(Script script) implements Program {
    }

    /** A verb runs; the script holds those after it. */
    record Running(Script script, VerbRun run) implements Program {
    }

    /** A flow runs. */
    record Flowing(FlowRun run) implements Program {
    }

    /**
     * The call is over; running operations tell their ends.
     *
     * @param verb a Record or Dial that ran when the call ended: its action is requested all the same
     * @param script the document that it stood in
     * @param request that request, once there is all that it tells
     */
    record Closing(Optional<VerbRun> verb, Optional<Script> script, Optional<WebRequest> request)
            implements Program {

        /** With nothing of a verb to wait for any more. */
        public Closing withRequest(Optional<WebRequest> next) {
            return new Closing(Optional.empty(), Optional.empty(), next);
        }

        /** With the verb a step further. */
        public Closing with(VerbRun next) {
            return new Closing(Optional.of(next), script, request);
        }
    }

    /** The last request, of a Record or Dial that the end of the call ended. */
    record Farewell(long requestId, WebRequest request) implements Program {
    }

    /** Nothing more will happen. */
    record Ended() implements Program {
    }
}
