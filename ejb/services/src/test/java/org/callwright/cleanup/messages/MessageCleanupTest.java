package org.callwright.cleanup.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.callwright.accounts.Account;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;
import org.callwright.cleanup.Ear;
import org.callwright.cleanup.Keeper;
import org.callwright.settings.MessageCleanupSettings;
import org.callwright.tms.MemoryOldMessages;
import org.callwright.tms.MemoryTmsMessages;
import org.callwright.tms.SampleMessages;
import org.callwright.tms.TmsMessage;
import org.junit.jupiter.api.Test;

/** Runs of the clean-up, and what the operator is told of them. */
class MessageCleanupTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountSid ACME = Account.sidOf("ops@acme.example");
    private static final AccountSid BRIEF = Account.sidOf("ops@brief.example");

    private Instant now = NOON;
    private final InstantSource time = () -> now;
    private final MemoryTmsMessages messages = new MemoryTmsMessages(time.withZone(ZoneOffset.UTC));
    private final MemoryOldMessages old = new OldMessagesOfAcme();

    private static MessageCleanupSettings settings(String... keysAndValues) {
        Map<String, String> environment = new HashMap<>(Map.of("CALLWRIGHT_TMS_CLEANUP_BATCH", "10"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            environment.put("CALLWRIGHT_TMS_" + keysAndValues[i], keysAndValues[i + 1]);
        }
        return MessageCleanupSettings.fromEnvironment(environment);
    }

    private static MessageCleanupSettings thirtyDays() {
        return settings("RETENTION_DAYS", "30");
    }

    /** A message that was over so many days ago. */
    private TmsMessage message(AccountSid account, int daysAgo, int recipients) {
        now = NOON.minus(Duration.ofDays(daysAgo));
        return accept(account, SampleMessages.nobodies(recipients));
    }

    private TmsMessage accept(AccountSid account, List<String> phones) {
        TmsMessage accepted = SampleMessages.accept(messages, account, phones);
        messages.build();
        return accepted;
    }

    private boolean there(TmsMessage message) {
        return messages.message(message.account(), message.id()).isPresent();
    }

    private static MessageTally run(OldMessages old, MessageCleanupSettings settings, BooleanSupplier stop) {
        MessageCleanup cleanup = new MessageCleanup(old, settings, Clock.fixed(NOON, ZoneOffset.UTC), stop);
        cleanup.run();
        return cleanup.tally();
    }

    private MessageTally run(MessageCleanupSettings settings) {
        return run(old, settings, () -> false);
    }

    @Test
    void messageShouldGoWhenItIsPastTheRetentionOfItsAccount() {
        AccountSid keeps = Account.sidOf("ops@keeper.example");
        old.add(new Keeper(BRIEF, false, Optional.of(new Retention(7))));
        old.add(new Keeper(keeps, false, Optional.of(Retention.FOR_EVER)));
        TmsMessage acmeOld = message(ACME, 31, 3);
        TmsMessage acmeYoung = message(ACME, 29, 3);
        TmsMessage briefOld = message(BRIEF, 8, 2);
        TmsMessage briefYoung = message(BRIEF, 6, 2);
        TmsMessage kept = message(keeps, 5_000, 1);

        assertThat(run(thirtyDays())).isEqualTo(new MessageTally(2, 0, 2, 5));
        assertThat(List.of(acmeOld, briefOld)).noneMatch(this::there);
        assertThat(List.of(acmeYoung, briefYoung, kept)).allMatch(this::there);
        assertThat(run(thirtyDays())).as("the second time").isEqualTo(MessageTally.NONE);
    }

    @Test
    void everythingShouldBeKeptForEverByDefault() {
        TmsMessage ancient = message(ACME, 9_000, 1);

        assertThat(run(settings())).isEqualTo(MessageTally.NONE);
        assertThat(there(ancient)).isTrue();
    }

    @Test
    void closedAccountShouldKeepNothingThatIsOver() {
        old.add(new Keeper(ACME, true, Optional.of(Retention.FOR_EVER)));
        TmsMessage over = message(ACME, 1, 1);
        TmsMessage open = accept(ACME, List.of("6515551001"));

        assertThat(run(settings())).isEqualTo(new MessageTally(1, 0, 1, 1));
        assertThat(there(over)).isFalse();
        assertThat(there(open)).isTrue();
    }

    @Test
    void messageThatIsStillDialledShouldStayHoweverOldItIs() {
        now = NOON.minus(Duration.ofDays(99));
        TmsMessage open = accept(ACME, List.of("6515551001", "nobody"));

        assertThat(run(thirtyDays())).isEqualTo(MessageTally.NONE);
        assertThat(there(open)).isTrue();
    }

    @Test
    void messageWhoseWebhooksAreNotToldShouldBePassedByAndGoWithALaterRun() {
        List<TmsMessage> waiting = IntStream.range(0, 15).mapToObj(i -> message(ACME, 60 - i, 1)).toList();
        waiting.forEach(message -> messages.tells(message.id(), true));
        TmsMessage behind = message(ACME, 31, 1);

        assertThat(run(thirtyDays())).isEqualTo(new MessageTally(16, 15, 1, 1));
        assertThat(there(behind)).isFalse();
        assertThat(waiting).allMatch(this::there);

        waiting.forEach(message -> messages.tells(message.id(), false));
        assertThat(run(thirtyDays()).removed()).isEqualTo(15);
    }

    @Test
    void manyShouldGoInBatchesOfBoundedSize() {
        List<Integer> batches = new ArrayList<>();
        message(ACME, 40, 1_234);
        IntStream.range(0, 25).forEach(i -> message(ACME, 35, 1));
        OldMessages watched = new OldMessagesOfAcme() {
            @Override
            public int removeRecipients(Collection<Long> ids, int most) {
                int removed = super.removeRecipients(ids, most);
                batches.add(removed);
                return removed;
            }
        };

        assertThat(run(watched, settings("RETENTION_DAYS", "30", "CLEANUP_BATCH", "100"), () -> false))
                .isEqualTo(new MessageTally(26, 0, 26, 1_259));
        assertThat(batches).hasSizeGreaterThan(12).allMatch(size -> size <= 100);
    }

    @Test
    void runThatBrokeOffShouldBeFinishedByTheNextOneEvenIfMessagesAreKeptForEverByThen() {
        TmsMessage half = message(ACME, 31, 25);
        AtomicInteger pieces = new AtomicInteger();
        OldMessages failing = new OldMessagesOfAcme() {
            @Override
            public int removeRecipients(Collection<Long> ids, int most) {
                if (pieces.incrementAndGet() == 2) {
                    throw new IllegalStateException("the database is away");
                }
                return super.removeRecipients(ids, most);
            }
        };

        assertThatThrownBy(() -> run(failing, thirtyDays(), () -> false)).hasMessage("the database is away");
        assertThat(there(half)).as("nobody sees half a message").isFalse();
        assertThat(run(settings())).isEqualTo(new MessageTally(0, 0, 1, 15));
        assertThat(old.marked(10)).isEmpty();
    }

    @Test
    void runShouldStopBehindTheBatchThatItIsAtAndTheNextOneGoOn() {
        message(ACME, 31, 95);
        AtomicInteger asked = new AtomicInteger();

        MessageTally stopped = run(old, thirtyDays(), () -> asked.incrementAndGet() > 5);
        assertThat(stopped.removed()).isZero();
        MessageTally rest = run(thirtyDays());
        assertThat(rest.removed()).isEqualTo(1);
        assertThat(stopped.recipients()).isPositive();
        assertThat(stopped.recipients() + rest.recipients()).isEqualTo(95);
    }

    @Test
    void dryRunShouldCountAndRemoveNothing() {
        TmsMessage begun = message(ACME, 40, 3);
        old.mark(List.of(begun.id()));
        List<TmsMessage> over = IntStream.range(0, 12).mapToObj(i -> message(ACME, 35, 2)).toList();
        TmsMessage waiting = message(ACME, 31, 1);
        messages.tells(waiting.id(), true);

        assertThat(run(settings("RETENTION_DAYS", "30", "CLEANUP_DRY_RUN", "true")))
                .isEqualTo(new MessageTally(13, 1, 0, 24));
        assertThat(over).allMatch(this::there);
        assertThat(old.marked(10)).as("what a run before it had begun to remove").containsExactly(begun.id());
        assertThat(run(thirtyDays())).as("not dry any more").isEqualTo(new MessageTally(13, 1, 13, 27));
    }

    @Test
    void operatorShouldBeToldWhatADryRunWouldRemove() {
        TmsMessage over = message(ACME, 31, 3);
        messages.tells(message(ACME, 32, 1).id(), true);
        try (Ear ear = new Ear(); MessageCleanupWork work = new MessageCleanupWork(old,
                settings("RETENTION_DAYS", "30", "CLEANUP_DRY_RUN", "true"), Clock.fixed(NOON, ZoneOffset.UTC),
                Executors.newSingleThreadExecutor())) {
            work.begin();
            assertThat(ear.line("CWENG3596"))
                    .contains("1 would be removed with 3 recipients, 1 stay until their webhooks are told");
        }
        assertThat(there(over)).isTrue();
    }

    @Test
    void operatorShouldBeToldInOneLineAndARunThatIsDueMeanwhileBeLeftOut() throws Exception {
        message(ACME, 31, 3);
        messages.tells(message(ACME, 32, 1).id(), true);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        OldMessages slow = new OldMessagesOfAcme() {
            @Override
            public Set<Long> marked(int most) {
                begun.countDown();
                try {
                    goOn.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.marked(most);
            }
        };
        try (Ear ear = new Ear(); MessageCleanupWork work = new MessageCleanupWork(slow, thirtyDays(),
                Clock.fixed(NOON, ZoneOffset.UTC), Executors.newSingleThreadExecutor())) {
            work.begin();
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            work.begin();
            assertThat(ear.heard("CWENG3588")).isTrue();
            goOn.countDown();
            assertThat(ear.line("CWENG3592"))
                    .contains("2 examined, 1 removed with 3 recipients, 1 stay until their webhooks are told");
        }
    }

    @Test
    void operatorShouldBeToldWhenARunBreaksOff() {
        message(ACME, 31, 3);
        OldMessages failing = new OldMessagesOfAcme() {
            @Override
            public Set<Long> mark(Collection<Long> ids) {
                throw new IllegalStateException("the database is away");
            }
        };
        try (Ear ear = new Ear(); MessageCleanupWork work = new MessageCleanupWork(failing, thirtyDays(),
                Clock.fixed(NOON, ZoneOffset.UTC), Executors.newSingleThreadExecutor())) {
            work.begin();
            assertThat(ear.line("CWENG3586")).contains("of TMS messages broke off after 0 were removed");
        }
    }

    /** A test may do something in between. */
    private class OldMessagesOfAcme extends MemoryOldMessages {

        private OldMessagesOfAcme() {
            super(messages);
            add(new Keeper(ACME, false, Optional.empty()));
        }
    }
}
