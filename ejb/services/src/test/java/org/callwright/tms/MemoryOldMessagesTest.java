package org.callwright.tms;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;
import org.callwright.cleanup.Keeper;
import org.callwright.cleanup.messages.OldMessages;
import org.junit.jupiter.api.BeforeEach;

/** The tests of the clean-up stand on it, so it must do as the real one does. */
class MemoryOldMessagesTest extends OldMessagesContract {

    private Instant now = START;
    private final InstantSource time = () -> now;
    private final MemoryTmsMessages messages = new MemoryTmsMessages(time.withZone(ZoneOffset.UTC));
    private final MemoryOldMessages old = new MemoryOldMessages(messages);
    private final Set<AccountSid> webhooks = new HashSet<>();
    private final Set<Long> waiting = new HashSet<>();

    @BeforeEach
    void accounts() {
        old.add(new Keeper(ACME, false, Optional.empty()));
        old.add(new Keeper(OTHER, false, Optional.empty()));
    }

    @Override
    protected TmsMessages messages() {
        return messages;
    }

    @Override
    protected OldMessages old() {
        return old;
    }

    @Override
    protected void time(Instant time) {
        now = time;
    }

    @Override
    protected void build() {
        messages.build();
        webhooks.forEach(account -> messages.completed(account).stream()
                .filter(message -> message.completed().orElseThrow().equals(now))
                .forEach(message -> {
                    waiting.add(message.id());
                    messages.tells(message.id(), true);
                }));
    }

    @Override
    protected void webhook(AccountSid account) {
        webhooks.add(account);
    }

    @Override
    protected void tellWebhooks(boolean delivered) {
        waiting.forEach(message -> messages.tells(message, false));
    }

    @Override
    protected void keep(AccountSid account, Retention retention) {
        old.add(new Keeper(account, false, Optional.of(retention)));
    }

    @Override
    protected void close(AccountSid account) {
        old.add(new Keeper(account, true, Optional.empty()));
    }
}
