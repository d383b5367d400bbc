package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;
import org.callwright.callbacks.CallbackOutbox;
import org.callwright.cleanup.messages.OldMessages;
import org.callwright.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the real store, on H2, and what only that one has. */
class JpaOldMessagesTest extends OldMessagesContract {

    @TempDir
    Path folder;
    private TmsWorld world;

    @BeforeEach
    void open() {
        world = new TmsWorld(folder, database());
    }

    protected TestDatabase database() {
        return new TestDatabase();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Override
    protected TmsMessages messages() {
        return world.messages;
    }

    @Override
    protected OldMessages old() {
        return world.stores.oldMessages();
    }

    @Override
    protected void time(Instant now) {
        world.now = now;
    }

    @Override
    protected void build() {
        world.build();
    }

    @Override
    protected void webhook(AccountSid account) {
        world.stores.tmsWebhooks().create(account, URI.create("http://app.example/hook"), RecipientStatus.FAILED);
    }

    @Override
    protected void tellWebhooks(boolean delivered) {
        CallbackOutbox outbox = world.stores.outbox();
        List<CallbackOutbox.Due> due = outbox.due(world.now.plusSeconds(60), 100);
        assertThat(due).isNotEmpty();
        due.forEach(letter -> {
            if (delivered) {
                outbox.delivered(letter.callback().sid());
            } else {
                outbox.giveUp(letter.callback().sid(), "no answer");
            }
        });
    }

    @Override
    protected void keep(AccountSid account, Retention retention) {
        world.stores.tmsAccounts().keep(account, retention);
    }

    @Override
    protected void close(AccountSid account) {
        Account open = world.stores.accounts().account(account).orElseThrow();
        world.stores.accounts().save(new Account(open.sid(), open.organization(), open.parent(), open.email(),
                open.friendlyName(), AccountStatus.CLOSED, open.role(), open.token(), open.created(), open.updated()));
    }

    @Test
    void whatWasGivenUpShouldGoWithItsMessageAndOtherCallbacksStay() {
        webhook(ACME);
        TmsMessage going = world.message(TmsWorld.ACME, 0, "nobody");
        tellWebhooks(false);
        world.message(TmsWorld.ACME, 0, "nobody");
        assertThat(world.stores.callbacks()).hasSize(2);

        old().mark(List.of(going.id()));
        old().removeRecipients(List.of(going.id()), 10);
        old().remove(List.of(going.id()));
        assertThat(world.stores.callbacks()).hasSize(1);
        assertThat(world.stores.deadCallbacks()).isEmpty();
    }
}
