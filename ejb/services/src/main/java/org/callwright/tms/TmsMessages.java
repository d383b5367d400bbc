package org.callwright.tms;

import java.util.Optional;
import org.callwright.call.value.AccountSid;

/** Messages of accounts, as the dialect serves them. */
public interface TmsMessages {

    Intake intake();

    Optional<TmsMessage> message(AccountSid account, long id);

    Counts counts(TmsMessage message);

    PageOf<TmsMessage> messages(AccountSid account, PageWanted page);

    PageOf<Recipient> recipients(TmsMessage message, RecipientList list, PageWanted page);

    Optional<Recipient> recipient(TmsMessage message, long id);

    /**
     * Whoever was not called yet, or waits for another attempt, is not called any more; calls that run go on.
     *
     * @return the message as it stands then
     */
    TmsMessage cancel(TmsMessage message);
}
