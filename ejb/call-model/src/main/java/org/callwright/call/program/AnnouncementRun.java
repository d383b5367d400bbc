package org.callwright.call.program;

import org.callwright.call.value.PromptOutcome;
import org.callwright.call.verb.VerbSignal;

/** An announcement at work: listening who answered, playing the content, offering it again, waiting for the key. */
public sealed interface AnnouncementRun extends FlowRun
        permits AnnouncementListening, AnnouncementPlaying, AnnouncementOffering, AnnouncementWaiting {

    static boolean failed(VerbSignal.PromptOver over) {
        return over.outcome().result() == PromptOutcome.Result.FAILED;
    }
}
