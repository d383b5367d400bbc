package org.callwright.cleanup.messages;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callwright.call.value.AccountSid;
import org.callwright.cleanup.Keeper;

/**
 * Messages that are over, and their removal in pieces that cost the same however many recipients there are: a message is
 * marked, after which nobody sees it any more; then its recipients go, and last the message. Each method is a
 * transaction of its own and finds out for itself what is still there.
 */
public interface OldMessages {

    /** A completed message: nobody of it is called any more. */
    record Over(long id, Instant completed) {
    }

    /** What would go: so many messages, with so many recipients. */
    record Weight(int messages, long recipients) {
    }

    /**
     * Accounts in the order of their SIDs.
     *
     * @param after SID behind which they begin; empty for the first
     * @param most accounts at once
     */
    List<Keeper> keepers(String after, int most);

    /**
     * Completed messages of the account, the first to be completed first; those that are marked are not among them.
     *
     * @param before completed earlier
     * @param after the message behind which they begin
     * @param most messages at once
     */
    List<Over> over(AccountSid account, Instant before, Optional<Over> after, int most);

    /** What of these messages would go if they were marked and removed. Nothing changes. */
    Weight weigh(Collection<Long> messages);

    /**
     * Marks those of these messages whose webhooks have been told, or never will be.
     *
     * @return those that are marked now
     */
    Set<Long> mark(Collection<Long> messages);

    /** Marked messages that are still there, whoever marked them and of whichever account. */
    Set<Long> marked(int most);

    /**
     * Removes recipients of marked messages.
     *
     * @param most recipients at once
     * @return how many went
     */
    int removeRecipients(Collection<Long> messages, int most);

    /**
     * Removes marked messages that have no recipients any more, and callbacks of theirs that were given up.
     *
     * @return how many messages went
     */
    int remove(Collection<Long> messages);
}
