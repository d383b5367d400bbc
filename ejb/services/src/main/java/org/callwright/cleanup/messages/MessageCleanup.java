package org.callwright.cleanup.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;
import org.callwright.cleanup.Keeper;
import org.callwright.settings.MessageCleanupSettings;

/**
 * One run of the clean-up of messages: first what a run before it had marked and not removed, then account by account,
 * from the message that was completed first, in batches of a transaction each. Nothing but the marks is remembered
 * between runs, so that a run that a crash cut short is finished by the next one, and two at once remove what one would
 * have removed.
 *
 * <p>A message whose webhooks are not told yet is passed by, and met again by the next run. Between batches it looks
 * whether it is to stop. A dry run only weighs what it finds; what is marked it leaves alone.
 */
final class MessageCleanup {

    private static final int ACCOUNTS = 500;

    private final OldMessages messages;
    private final MessageCleanupSettings settings;
    private final Instant now;
    private final BooleanSupplier stop;
    private MessageTally tally = MessageTally.NONE;

    MessageCleanup(OldMessages messages, MessageCleanupSettings settings, Clock clock, BooleanSupplier stop) {
        this.messages = messages;
        this.settings = settings;
        this.now = clock.instant();
        this.stop = stop;
    }

    /** What was done so far; also when the run did not come to its end. */
    MessageTally tally() {
        return tally;
    }

    void run() {
        if (!settings.dryRun()) {
            removeMarked();
        }
        List<Keeper> batch = messages.keepers("", ACCOUNTS);
        while (!batch.isEmpty() && !stop.getAsBoolean()) {
            batch.forEach(keeper -> keeper.limit(new Retention(settings.retentionDays()), now).ifPresent(
                    limit -> clear(keeper.account(), limit)));
            batch = messages.keepers(batch.get(batch.size() - 1).account().value(), ACCOUNTS);
        }
    }

    private void removeMarked() {
        boolean more = true;
        while (more && !stop.getAsBoolean()) {
            Set<Long> marked = messages.marked(settings.batch());
            more = remove(marked) > 0;
        }
    }

    private void clear(AccountSid account, Instant before) {
        Optional<OldMessages.Over> last = Optional.empty();
        boolean more = true;
        while (more && !stop.getAsBoolean()) {
            List<OldMessages.Over> batch = messages.over(account, before, last, settings.batch());
            if (!batch.isEmpty()) {
                clear(batch.stream().map(OldMessages.Over::id).toList());
                last = Optional.of(batch.get(batch.size() - 1));
            }
            more = batch.size() == settings.batch();
        }
    }

    private void clear(List<Long> batch) {
        if (settings.dryRun()) {
            OldMessages.Weight weight = messages.weigh(batch);
            tally = tally.plus(MessageTally.found(batch.size(), batch.size() - weight.messages()))
                    .plus(MessageTally.recipientsGone(weight.recipients()));
            return;
        }
        Set<Long> going = messages.mark(batch);
        tally = tally.plus(MessageTally.found(batch.size(), batch.size() - going.size()));
        remove(going);
    }

    /** How many messages went; one that somebody else is at may stay for them. */
    private int remove(Collection<Long> marked) {
        if (marked.isEmpty()) {
            return 0;
        }
        int recipients = messages.removeRecipients(marked, settings.batch());
        while (recipients > 0 && !stop.getAsBoolean()) {
            tally = tally.plus(MessageTally.recipientsGone(recipients));
            recipients = messages.removeRecipients(marked, settings.batch());
        }
        tally = tally.plus(MessageTally.recipientsGone(recipients));
        int removed = messages.remove(marked);
        tally = tally.plus(MessageTally.gone(removed));
        return removed;
    }
}
