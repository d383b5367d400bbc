package org.callwright.media.mgcp.transaction;

import java.util.concurrent.atomic.LongAdder;

/** What was counted since the start. */
public final class TransactionCounters {

    /** Commands of peers that were executed. */
    public final LongAdder executed = new LongAdder();
    /** Commands that came again and were not executed again. */
    public final LongAdder repeated = new LongAdder();
    /** Commands that were sent again. */
    public final LongAdder retransmitted = new LongAdder();
    /** Commands of ours that got no response. */
    public final LongAdder timedOut = new LongAdder();
    /** Responses to nothing that we asked. */
    public final LongAdder unknownResponses = new LongAdder();
    /** Responses that came again. */
    public final LongAdder repeatedResponses = new LongAdder();
    /** Messages that could not be read. */
    public final LongAdder malformed = new LongAdder();
    /** Commands refused and datagrams dropped because there were too many at once. */
    public final LongAdder refused = new LongAdder();
}
