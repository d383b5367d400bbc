package org.callwright.call.program;

import org.callwright.call.verb.VerbSignal;

/** Where a flow stands. What does not concern it changes nothing. */
public sealed interface FlowRun permits MessageRun, AnnouncementRun {

    void on(VerbSignal signal, FlowContext call);
}
