package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.callwright.accounts.Account;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;
import org.callwright.cleanup.Keeper;
import org.callwright.cleanup.messages.OldMessages;
import org.callwright.cleanup.messages.OldMessages.Over;
import org.callwright.cleanup.messages.OldMessages.Weight;
import org.junit.jupiter.api.Test;

/** What holds of messages that are over wherever they are kept. */
public abstract class OldMessagesContract {

    protected static final AccountSid ACME = Account.sidOf("ops@acme.example");
    protected static final AccountSid OTHER = Account.sidOf("ops@other.example");
    protected static final Instant START = Instant.parse("2026-11-22T00:41:31Z");

    private static final PageWanted PAGE = new PageWanted(1, 50, true);
    private static final Instant LATER = START.plus(Duration.ofDays(1));

    protected abstract TmsMessages messages();

    protected abstract OldMessages old();

    /** The clock says this from now on. */
    protected abstract void time(Instant now);

    /** Builds the lists of all messages. */
    protected abstract void build();

    /** From now on a webhook of this account wants to know who failed. */
    protected abstract void webhook(AccountSid account);

    /** What webhooks wait for is delivered, or given up. */
    protected abstract void tellWebhooks(boolean delivered);

    protected abstract void keep(AccountSid account, Retention retention);

    protected abstract void close(AccountSid account);

    /** A message that is over at once, because all of its recipients have no number. */
    private TmsMessage completed(AccountSid account, int secondsLater, int recipients) {
        time(START.plusSeconds(secondsLater));
        return accept(account, SampleMessages.nobodies(recipients));
    }

    private TmsMessage accept(AccountSid account, List<String> phones) {
        long accepted = SampleMessages.accept(messages(), account, phones).id();
        build();
        return messages().message(account, accepted).orElseThrow();
    }

    private List<Long> over(AccountSid account, Instant before) {
        return old().over(account, before, Optional.empty(), 10).stream().map(Over::id).toList();
    }

    @Test
    void completedMessagesShouldComeByTheirEndBehindTheOneBefore() {
        long last = completed(ACME, 30, 1).id();
        long first = completed(ACME, 10, 1).id();
        long second = completed(ACME, 20, 1).id();
        long third = completed(ACME, 20, 1).id();
        completed(OTHER, 15, 1);

        assertThat(over(ACME, LATER)).containsExactly(first, second, third, last);
        assertThat(over(ACME, START.plusSeconds(30))).containsExactly(first, second, third);
        List<Over> two = old().over(ACME, LATER, Optional.empty(), 2);
        assertThat(two).extracting(Over::id).containsExactly(first, second);
        assertThat(old().over(ACME, LATER, Optional.of(two.get(1)), 10)).extracting(Over::id)
                .containsExactly(third, last);
    }

    @Test
    void messageThatIsStillDialledShouldStay() {
        TmsMessage open = accept(ACME, List.of("6515551001", "nobody"));

        assertThat(over(ACME, LATER)).isEmpty();
        assertThat(old().mark(List.of(open.id()))).isEmpty();
        assertThat(old().removeRecipients(List.of(open.id()), 10)).isZero();
        assertThat(old().remove(List.of(open.id()))).isZero();
        assertThat(messages().recipients(open, RecipientList.ALL, PAGE).total()).isEqualTo(2);
    }

    @Test
    void markedMessageShouldBeSeenByNobody() {
        TmsMessage going = completed(ACME, 10, 2);
        TmsMessage staying = completed(ACME, 20, 1);

        assertThat(old().mark(List.of(going.id(), 999L))).containsExactly(going.id());
        assertThat(old().mark(List.of(going.id()))).as("the second time").containsExactly(going.id());
        assertThat(old().marked(10)).containsExactly(going.id());
        assertThat(over(ACME, LATER)).containsExactly(staying.id());
        assertThat(messages().message(ACME, going.id())).isEmpty();
        assertThat(messages().messages(ACME, PAGE).items()).containsExactly(staying);
        assertThat(messages().messages(ACME, PAGE).total()).isEqualTo(1);
    }

    @Test
    void weighingShouldCountWhatWouldGoAndChangeNothing() {
        TmsMessage open = accept(ACME, List.of("6515551001", "nobody"));
        TmsMessage ready = completed(ACME, 10, 3);
        TmsMessage gone = completed(ACME, 15, 4);
        old().mark(List.of(gone.id()));
        webhook(ACME);
        TmsMessage waiting = completed(ACME, 20, 2);
        List<Long> all = List.of(open.id(), ready.id(), gone.id(), waiting.id(), 999L);

        assertThat(old().weigh(all)).isEqualTo(new Weight(1, 3));
        tellWebhooks(true);
        assertThat(old().weigh(all)).isEqualTo(new Weight(2, 5));
        assertThat(old().weigh(List.of())).isEqualTo(new Weight(0, 0));
        assertThat(over(ACME, LATER)).containsExactly(ready.id(), waiting.id());
        assertThat(messages().recipients(ready, RecipientList.ALL, PAGE).total()).isEqualTo(3);
    }

    @Test
    void recipientsShouldGoInPiecesAndTheMessageLast() {
        Set<Long> going = Set.of(completed(ACME, 10, 3).id(), completed(ACME, 20, 2).id());
        TmsMessage staying = completed(ACME, 30, 4);
        assertThat(old().removeRecipients(going, 10)).as("none is marked").isZero();
        old().mark(going);

        assertThat(old().removeRecipients(going, 4)).isEqualTo(4);
        assertThat(old().remove(going)).as("the others have no recipients any more").isEqualTo(1);
        assertThat(old().removeRecipients(going, 4)).isEqualTo(1);
        assertThat(old().removeRecipients(going, 4)).isZero();
        assertThat(old().remove(going)).isEqualTo(1);
        assertThat(old().remove(going)).isZero();
        assertThat(old().marked(10)).isEmpty();
        assertThat(messages().recipients(staying, RecipientList.ALL, PAGE).total()).isEqualTo(4);
    }

    @Test
    void messageShouldStayUntilItsWebhooksAreTold() {
        TmsMessage before = completed(ACME, 10, 1);
        webhook(ACME);
        TmsMessage waiting = completed(ACME, 20, 2);

        assertThat(old().mark(List.of(before.id(), waiting.id()))).containsExactly(before.id());
        tellWebhooks(true);
        assertThat(old().mark(List.of(waiting.id()))).containsExactly(waiting.id());
    }

    @Test
    void webhookThatWasGivenUpShouldKeepNothing() {
        webhook(ACME);
        List<Long> going = List.of(completed(ACME, 20, 2).id());
        tellWebhooks(false);

        assertThat(old().mark(going)).containsExactlyElementsOf(going);
        assertThat(old().removeRecipients(going, 10)).isEqualTo(2);
        assertThat(old().remove(going)).isEqualTo(1);
    }

    @Test
    void accountsShouldComeInTheirOrderWithWhatTheySay() {
        keep(ACME, new Retention(30));
        close(OTHER);
        Keeper acme = new Keeper(ACME, false, Optional.of(new Retention(30)));
        Keeper other = new Keeper(OTHER, true, Optional.empty());
        boolean acmeFirst = ACME.value().compareTo(OTHER.value()) < 0;

        assertThat(old().keepers("", 10)).containsExactly(acmeFirst ? acme : other, acmeFirst ? other : acme);
        assertThat(old().keepers("", 1)).containsExactly(acmeFirst ? acme : other);
        assertThat(old().keepers((acmeFirst ? ACME : OTHER).value(), 10)).containsExactly(acmeFirst ? other : acme);
    }

    @Test
    void twoAtOnceShouldRemoveWhatOneWouldHaveRemovedAndCountItOnce() throws Exception {
        List<Long> going = IntStream.range(0, 10).mapToObj(i -> completed(ACME, i, 30).id()).toList();
        Callable<int[]> removal = () -> {
            old().mark(going);
            int recipients = 0;
            int now = old().removeRecipients(going, 7);
            while (now > 0) {
                recipients += now;
                now = old().removeRecipients(going, 7);
            }
            return new int[] {recipients, old().remove(going)};
        };
        ExecutorService servers = Executors.newFixedThreadPool(2);
        List<int[]> both = new ArrayList<>();
        try {
            for (Future<int[]> one : servers.invokeAll(List.of(removal, removal))) {
                both.add(one.get());
            }
        } finally {
            servers.shutdownNow();
        }
        assertThat(both.get(0)[0] + both.get(1)[0]).as("recipients").isEqualTo(300);
        assertThat(both.get(0)[1] + both.get(1)[1]).as("messages").isEqualTo(10);
        assertThat(old().marked(10)).isEmpty();
    }
}
