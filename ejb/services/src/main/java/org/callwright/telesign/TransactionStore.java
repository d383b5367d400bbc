package org.callwright.telesign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.MessageRecord;
import org.callwright.callbacks.CallbackOutbox;

/** Where transactions are kept; as an outbox, the callbacks that are still to be delivered. */
public interface TransactionStore extends CallbackOutbox {

    /** A transaction in progress whose call has ended. */
    record Over(VoiceTransaction transaction, CallRecord call, Optional<MessageRecord> message) {
    }

    /** A new one; when it has its final status already, its callback is due. */
    void add(VoiceTransaction transaction);

    Optional<VoiceTransaction> find(String reference);

    /** Calls placed to the number since then. */
    long callsTo(String number, Instant since);

    /** Those whose call has ended, the oldest first. */
    List<Over> over(int most);

    /** The same for one transaction. */
    Optional<Over> over(String reference);

    /** Those in progress that are older than that and have no call record. */
    List<VoiceTransaction> withoutCall(Instant before, int most);

    /** Its final status, and its callback is due; does nothing when it has one. */
    void settle(String reference, StatusCode status, Optional<String> userInput, Instant at);

    /** Forgets those that have not changed since then and whose callbacks are done. */
    int forget(Instant before);
}
