package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.tms.TmsWorld.ACME;
import static org.callwright.tms.TmsWorld.OTHER;

import java.nio.file.Path;
import java.util.List;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.tms.TmsAccounts.TmsAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TmsAccountsTest {

    private static final TmsAccount USER = new TmsAccount(ACME.sid(), List.of("+16515550000", "+16515550001"));

    @TempDir
    Path folder;
    private TmsWorld world;
    private TmsAccountStore store;

    @BeforeEach
    void open() {
        world = new TmsWorld(folder);
        store = world.stores.tmsAccounts();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eachTokenShouldLetItsAccountInAndNotBeKept() {
        store.save(USER, List.of("token-1", "token-2"));
        assertThat(store.byToken("token-1")).contains(USER);
        assertThat(store.byToken("token-2")).contains(USER);
        assertThat(store.byToken("token-3")).isEmpty();
        assertThat(store.byToken("")).isEmpty();
        assertThat(world.stores.tmsTokensHolding("token")).isZero();
    }

    @Test
    void newTokensShouldReplaceTheOldOnesOfTheirAccount() {
        store.save(new TmsAccount(OTHER.sid(), List.of()), List.of("others-token"));
        store.save(USER, List.of("token-1", "token-2"));
        store.save(USER, List.of("token-2", "token-3"));
        assertThat(store.byToken("token-1")).isEmpty();
        assertThat(store.byToken("token-2")).contains(USER);
        assertThat(store.byToken("token-3")).contains(USER);
        assertThat(store.byToken("others-token")).isPresent();
    }

    @Test
    void suspendedAccountShouldStayOutsideAndItsMessagesWait() {
        store.save(USER, List.of("token-1"));
        TmsMessage message = world.message(ACME, 0, "+16515551001");
        Account suspended = new Account(ACME.sid(), ACME.organization(), ACME.parent(), ACME.email(),
                ACME.friendlyName(), AccountStatus.SUSPENDED, ACME.role(), ACME.token(), ACME.created(), ACME.updated());
        world.stores.accounts().save(suspended);
        world.round();
        assertThat(store.byToken("token-1")).isEmpty();
        assertThat(world.engine.placed).isEmpty();
        world.stores.accounts().save(ACME);
        world.round();
        assertThat(world.recipient(message, "+16515551001").status()).isEqualTo(RecipientStatus.SENDING);
    }
}
