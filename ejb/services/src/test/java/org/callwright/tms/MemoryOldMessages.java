package org.callwright.tms;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.callwright.call.value.AccountSid;
import org.callwright.cleanup.Keeper;
import org.callwright.cleanup.messages.OldMessages;

/** Old messages of those that are kept in memory. Accounts are there when a test says who they are. */
public class MemoryOldMessages implements OldMessages {

    private final MemoryTmsMessages messages;
    private final Map<String, Keeper> keepers = new TreeMap<>();

    public MemoryOldMessages(MemoryTmsMessages messages) {
        this.messages = messages;
    }

    public final void add(Keeper keeper) {
        keepers.put(keeper.account().value(), keeper);
    }

    @Override
    public List<Keeper> keepers(String after, int most) {
        return keepers.entrySet().stream().filter(entry -> entry.getKey().compareTo(after) > 0)
                .map(Map.Entry::getValue).limit(most).toList();
    }

    @Override
    public List<Over> over(AccountSid account, Instant before, Optional<Over> after, int most) {
        Comparator<Over> order = Comparator.comparing(Over::completed).thenComparing(Over::id);
        return messages.completed(account).stream()
                .map(message -> new Over(message.id(), message.completed().orElseThrow()))
                .filter(over -> over.completed().isBefore(before))
                .filter(over -> after.isEmpty() || order.compare(over, after.get()) > 0)
                .sorted(order)
                .limit(most)
                .toList();
    }

    @Override
    public Weight weigh(Collection<Long> ids) {
        return messages.weigh(ids);
    }

    @Override
    public Set<Long> mark(Collection<Long> ids) {
        return messages.mark(ids);
    }

    @Override
    public Set<Long> marked(int most) {
        return messages.marked(most);
    }

    @Override
    public int removeRecipients(Collection<Long> ids, int most) {
        return messages.removeRecipients(ids, most);
    }

    @Override
    public int remove(Collection<Long> ids) {
        return messages.remove(ids);
    }
}
