package org.callwright.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.cleanup.CleanupWorld.CLOCK;
import static org.callwright.cleanup.CleanupWorld.FILE_BYTES;
import static org.callwright.cleanup.CleanupWorld.NOON;
import static org.callwright.cleanup.CleanupWorld.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Retention;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingSid;
import org.callwright.recordings.Recordings;
import org.callwright.settings.CleanupSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the clean-up on a real database and a real folder. */
class CleanupTest {

    private static final CleanupSettings THIRTY_DAYS = settings("RETENTION_DAYS", "30");
    private static final Optional<Retention> AS_THE_SERVER_SAYS = Optional.empty();

    @TempDir
    Path folder;
    private CleanupWorld world;
    private AccountSid acme;

    @BeforeEach
    void open() {
        world = new CleanupWorld(folder);
        acme = world.account("acme", AS_THE_SERVER_SAYS);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Cleanup cleanup(CleanupSettings settings, BooleanSupplier stop) {
        return new Cleanup(world.stores.kept(), world.recordings, world.files, settings, CLOCK, stop);
    }

    private Tally run(CleanupSettings settings) {
        Cleanup cleanup = cleanup(settings, () -> false);
        cleanup.everywhere();
        return cleanup.tally();
    }

    private List<RecordingSid> old(int count) {
        List<RecordingSid> old = new ArrayList<>();
        world.database.run(em -> {
            for (int number = 0; number < count; number++) {
                old.add(world.recording(number, acme, 31));
            }
        });
        return old;
    }

    @Test
    void recordingShouldGoWithItsFileWhenItIsPastTheRetentionOfItsAccount() {
        AccountSid brief = world.account("brief", Optional.of(new Retention(7)));
        AccountSid keeper = world.account("keeper", Optional.of(Retention.FOR_EVER));
        RecordingSid acmeOld = world.recording(1, acme, 31);
        RecordingSid acmeYoung = world.recording(2, acme, 29);
        RecordingSid briefOld = world.recording(3, brief, 8);
        RecordingSid briefYoung = world.recording(4, brief, 6);
        RecordingSid kept = world.recording(5, keeper, 5_000);

        Tally tally = run(THIRTY_DAYS);

        assertThat(tally).isEqualTo(new Tally(2, 2, 2 * FILE_BYTES, 0, Optional.empty()));
        assertThat(List.of(acmeOld, briefOld)).allMatch(world::gone);
        assertThat(List.of(acmeYoung, briefYoung, kept)).allMatch(world::hasRow).allMatch(world::hasFile);
    }

    @Test
    void everythingShouldBeKeptForEverByDefault() {
        RecordingSid ancient = world.recording(1, acme, 9_000);

        assertThat(run(settings()).examined()).isZero();
        assertThat(world.hasRow(ancient) && world.hasFile(ancient)).isTrue();
    }

    @Test
    void accountShouldLimitWhatTheServerKeepsForEver() {
        AccountSid brief = world.account("brief", Optional.of(new Retention(1)));
        RecordingSid old = world.recording(1, brief, 2);

        run(settings());

        assertThat(world.gone(old)).isTrue();
    }

    @Test
    void retentionShouldBeCountedFromTheEndToTheMicrosecond() {
        Instant limit = NOON.minus(Duration.ofDays(30));
        RecordingSid justOver = world.recording(1, acme, Status.COMPLETED, limit.minusNanos(1_000));
        RecordingSid atIt = world.recording(2, acme, Status.COMPLETED, limit);

        run(THIRTY_DAYS);

        assertThat(world.gone(justOver)).isTrue();
        assertThat(world.hasRow(atIt)).isTrue();
    }

    @Test
    void recordingInProgressShouldStayHoweverOldItIs() {
        RecordingSid growing = world.recording(1, acme, Status.IN_PROGRESS, NOON.minus(Duration.ofDays(99)));
        AccountSid closed = world.account("closed", AccountStatus.CLOSED, AS_THE_SERVER_SAYS);
        RecordingSid ofClosed = world.recording(2, closed, Status.IN_PROGRESS, NOON.minus(Duration.ofDays(99)));

        assertThat(run(THIRTY_DAYS).examined()).isZero();
        assertThat(List.of(growing, ofClosed)).allMatch(world::hasRow).allMatch(world::hasFile);
    }

    @Test
    void failedRecordingShouldGoLikeAnyOther() {
        RecordingSid failed = world.row(1, acme, Status.FAILED, NOON.minus(Duration.ofDays(31)));

        assertThat(run(THIRTY_DAYS)).isEqualTo(new Tally(1, 1, 0, 0, Optional.empty()));
        assertThat(world.gone(failed)).isTrue();
    }

    @Test
    void manyRecordingsShouldGoInBatchesOfBoundedSize() {
        List<RecordingSid> old = old(1_005);
        RecordingSid young = world.recording(5_000, acme, 1);
        List<Integer> batches = new ArrayList<>();
        Recordings watched = new Recordings(world.stores.archive(), world.files) {
            @Override
            public Removal removeAll(List<RecordingRecord> recordings) {
                batches.add(recordings.size());
                return super.removeAll(recordings);
            }
        };

        Cleanup cleanup = new Cleanup(world.stores.kept(), watched, world.files,
                settings("RETENTION_DAYS", "30", "CLEANUP_BATCH", "100"), CLOCK, () -> false);
        cleanup.everywhere();

        assertThat(cleanup.tally().removed()).isEqualTo(1_005);
        assertThat(batches).hasSize(11).allMatch(size -> size <= 100);
        assertThat(old).allMatch(world::gone);
        assertThat(world.hasRow(young)).isTrue();
    }

    @Test
    void manyAccountsShouldAllBeReached() {
        List<RecordingSid> old = new ArrayList<>();
        world.database.run(em -> {
            for (int number = 0; number < 1_203; number++) {
                AccountSid account = world.account("account" + number, AS_THE_SERVER_SAYS);
                if (number % 100 == 0) {
                    old.add(world.recording(number, account, 31));
                }
            }
        });

        assertThat(run(THIRTY_DAYS).removed()).isEqualTo(old.size());
        assertThat(old).allMatch(world::gone);
    }

    @Test
    void rowWhoseFileACrashLeftBehindRemovedShouldGoWithTheNextRun() throws IOException {
        RecordingSid half = world.recording(1, acme, 31);
        Files.delete(folder.resolve(half + ".wav"));

        assertThat(run(THIRTY_DAYS)).isEqualTo(new Tally(1, 1, 0, 0, Optional.empty()));
        assertThat(world.gone(half)).isTrue();
    }

    @Test
    void databaseThatFailsInTheMiddleShouldLeaveRowsThatTheNextRunRemoves() {
        List<RecordingSid> old = old(25);
        AtomicInteger batches = new AtomicInteger();
        Recordings failing = new Recordings(world.stores.archive(), world.files) {
            @Override
            public Removal removeAll(List<RecordingRecord> recordings) {
                Removal removal = batches.incrementAndGet() == 2 ? halfOf(recordings) : super.removeAll(recordings);
                return removal;
            }

            private Removal halfOf(List<RecordingRecord> recordings) {
                recordings.forEach(recording -> world.files.delete(recording.sid()));
                throw new IllegalStateException("the database is away");
            }
        };
        Cleanup cleanup = new Cleanup(world.stores.kept(), failing, world.files, THIRTY_DAYS, CLOCK, () -> false);

        assertThatThrownBy(cleanup::everywhere).hasMessage("the database is away");
        assertThat(cleanup.tally().removed()).isEqualTo(10);
        assertThat(world.fileNames()).as("files go before rows, so none is without a row").hasSize(5);

        assertThat(run(THIRTY_DAYS)).isEqualTo(new Tally(15, 15, 5 * FILE_BYTES, 0, Optional.empty()));
        assertThat(old).allMatch(world::gone);
    }

    @Test
    void fileThatCanNotBeRemovedShouldHoldUpNothingAndBeTriedAgain() throws IOException {
        List<RecordingSid> old = old(25);
        List<RecordingSid> stuck = old.subList(0, 10);
        for (RecordingSid sid : stuck) {
            Files.delete(folder.resolve(sid + ".wav"));
            Files.createFile(Files.createDirectory(folder.resolve(sid + ".wav")).resolve("inside"));
        }

        Tally tally = run(THIRTY_DAYS);

        assertThat(tally.failed()).isEqualTo(10);
        assertThat(tally.removed()).isEqualTo(15);
        assertThat(tally.example()).hasValueSatisfying(
                failure -> assertThat(failure.recording()).isEqualTo(stuck.get(0)));
        assertThat(stuck).as("a row stays as long as its file").allMatch(world::hasRow);
        assertThat(old.subList(10, 25)).allMatch(world::gone);

        for (RecordingSid sid : stuck) {
            Files.delete(folder.resolve(sid + ".wav").resolve("inside"));
        }
        assertThat(run(THIRTY_DAYS).removed()).isEqualTo(10);
        assertThat(old).allMatch(world::gone);
    }

    @Test
    void secondRunShouldFindNothing() {
        old(12);
        run(THIRTY_DAYS);

        assertThat(run(THIRTY_DAYS)).isEqualTo(Tally.NONE);
    }

    @Test
    void twoRunsAtOnceShouldRemoveWhatOneWouldHaveRemovedAndCountItOnce() throws Exception {
        List<RecordingSid> old = old(300);
        RecordingSid young = world.recording(5_000, acme, 1);
        ExecutorService servers = Executors.newFixedThreadPool(2);
        try {
            Future<Tally> one = servers.submit(() -> run(THIRTY_DAYS));
            Future<Tally> other = servers.submit(() -> run(THIRTY_DAYS));

            Tally both = one.get().plus(other.get());
            assertThat(both.removed()).isEqualTo(300);
            assertThat(both.bytes()).isEqualTo(300L * FILE_BYTES);
            assertThat(both.failed()).isZero();
        } finally {
            servers.shutdownNow();
        }
        assertThat(old).allMatch(world::gone);
        assertThat(world.hasRow(young) && world.hasFile(young)).isTrue();
    }

    @Test
    void dryRunShouldCountAndRemoveNothing() {
        List<RecordingSid> old = old(25);
        AccountSid closed = world.account("closed", AccountStatus.CLOSED, AS_THE_SERVER_SAYS);
        RecordingSid ofClosed = world.recording(99, closed, 1);

        Tally tally = run(settings("RETENTION_DAYS", "30", "CLEANUP_DRY_RUN", "true"));

        assertThat(tally).isEqualTo(new Tally(26, 0, 26 * FILE_BYTES, 0, Optional.empty()));
        assertThat(old).allMatch(world::hasRow).allMatch(world::hasFile);
        assertThat(world.hasFile(ofClosed)).isTrue();
    }

    @Test
    void runShouldStopBehindTheBatchThatItIsAtAndTheNextOneGoOn() {
        List<RecordingSid> old = old(25);
        AtomicInteger asked = new AtomicInteger();
        Cleanup stopped = cleanup(THIRTY_DAYS, () -> asked.incrementAndGet() > 3);
        stopped.everywhere();

        assertThat(stopped.tally().removed()).isEqualTo(20);
        assertThat(run(THIRTY_DAYS).removed()).isEqualTo(5);
        assertThat(old).allMatch(world::gone);
    }

    @Test
    void closedAccountShouldLoseAllThatHasEnded() {
        AccountSid closed = world.account("closed", AccountStatus.CLOSED, Optional.of(Retention.FOR_EVER));
        List<RecordingSid> recordings = new ArrayList<>();
        for (int number = 100; number < 125; number++) {
            recordings.add(world.recording(number, closed, 0));
        }
        RecordingSid late = world.recording(200, closed, Status.COMPLETED, NOON.minusSeconds(1));
        RecordingSid others = world.recording(201, acme, 1);
        CleanupSettings dry = settings("CLEANUP_DRY_RUN", "true");

        Cleanup cleanup = cleanup(dry, () -> false);
        cleanup.closed(Set.of(closed, acme));

        assertThat(world.gone(late)).isTrue();
        assertThat(world.hasRow(others)).as("its account was not closed after all").isTrue();
        Cleanup later = new Cleanup(world.stores.kept(), world.recordings, world.files, settings(),
                Clock.offset(CLOCK, Duration.ofSeconds(1)), () -> false);
        later.everywhere();
        assertThat(recordings).as("what the closing left is found by any run").allMatch(world::gone);
    }

    @Test
    void runShouldGoOnBehindTheLastOneWhenManyEndedAtTheSameTime() {
        List<RecordingSid> old = old(30);

        Collection<RecordingRecord> first = world.stores.kept().ended(acme, NOON, Optional.empty(), 7);
        RecordingRecord last = List.copyOf(first).get(6);
        Collection<RecordingRecord> rest = world.stores.kept().ended(acme, NOON, Optional.of(last), 100);

        assertThat(first).extracting(RecordingRecord::sid).containsExactlyElementsOf(old.subList(0, 7));
        assertThat(rest).extracting(RecordingRecord::sid).containsExactlyElementsOf(old.subList(7, 30));
    }
}
