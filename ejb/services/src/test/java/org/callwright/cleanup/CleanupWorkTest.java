package org.callwright.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.cleanup.CleanupWorld.CLOCK;
import static org.callwright.cleanup.CleanupWorld.NOON;
import static org.callwright.cleanup.CleanupWorld.settings;
import static org.callwright.engine.Eventually.eventually;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Retention;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingSid;
import org.callwright.recordings.RecordingFiles;
import org.callwright.recordings.Recordings;
import org.callwright.settings.CleanupSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clean-ups on their own threads, and what the operator is told. */
class CleanupWorkTest {

    private static final CleanupSettings THIRTY_DAYS = settings("RETENTION_DAYS", "30");

    @TempDir
    Path folder;
    private CleanupWorld world;
    private AccountSid acme;
    private Ear ear;

    @BeforeEach
    void open() {
        world = new CleanupWorld(folder);
        acme = world.account("acme", Optional.empty());
        ear = new Ear();
    }

    @AfterEach
    void close() {
        ear.close();
        world.close();
    }

    private CleanupWork work(CleanupSettings settings, Recordings recordings) {
        return new CleanupWork(world.stores.kept(), recordings, world.files, settings, CLOCK,
                Executors.newFixedThreadPool(2));
    }

    @Test
    void runShouldTellWhatItDidInOneLineAndStraysBesides() {
        world.recording(1, acme, 31);
        world.row(2, acme, Status.COMPLETED, NOON.minusSeconds(7_200));
        world.file("orphan.wav", NOON.minusSeconds(7_200));
        try (CleanupWork work = work(THIRTY_DAYS, world.recordings)) {
            work.everywhere();

            assertThat(ear.line("CWENG3581")).contains("1 examined, 1 removed, " + CleanupWorld.FILE_BYTES
                    + " bytes freed, 0 failed, 1 files without a recording, 1 recordings without a file");
            assertThat(ear.line("CWENG3584")).contains("orphan.wav");
            assertThat(ear.line("CWENG3585")).contains("1 recordings");
        }
    }

    @Test
    void runThatIsDueWhileOneGoesOnShouldBeLeftOutAndStoppingShouldEndItBehindItsBatch() throws Exception {
        for (int number = 0; number < 30; number++) {
            world.recording(number, acme, 31);
        }
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Recordings slow = new Recordings(world.stores.archive(), world.files) {
            @Override
            public Removal removeAll(List<RecordingRecord> recordings) {
                begun.countDown();
                try {
                    goOn.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.removeAll(recordings);
            }
        };
        CleanupWork work = work(THIRTY_DAYS, slow);
        work.everywhere();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        work.everywhere();
        assertThat(ear.heard("CWENG3588")).isTrue();

        Thread stopping = new Thread(work::close);
        stopping.start();
        eventually("the end is waited for", () -> stopping.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        stopping.join();
        assertThat(ear.line("CWENG3587")).contains("10 were removed");
        assertThat(world.fileNames()).hasSize(20);
        work.everywhere();
        assertThat(world.fileNames()).as("nothing begins any more").hasSize(20);
    }

    @Test
    void nextRunShouldComeAfterOneThatBrokeOff() {
        RecordingSid old = world.recording(1, acme, 31);
        boolean[] away = {true};
        Recordings failing = new Recordings(world.stores.archive(), world.files) {
            @Override
            public Removal removeAll(List<RecordingRecord> recordings) {
                if (away[0]) {
                    throw new IllegalStateException("the database is away");
                }
                return super.removeAll(recordings);
            }
        };
        try (CleanupWork work = work(THIRTY_DAYS, failing)) {
            work.everywhere();
            assertThat(ear.line("CWENG3586")).contains("of recordings broke off after 0 were removed");
            away[0] = false;

            eventually("the next run removes it", () -> {
                work.everywhere();
                return world.gone(old);
            });
        }
    }

    @Test
    void nothingShouldBeRemovedWhenTheFolderOfRecordingsIsAway() {
        RecordingSid old = world.row(1, acme, Status.COMPLETED, NOON.minusSeconds(31 * 86_400));
        RecordingFiles unmounted = new RecordingFiles(folder.resolve("unmounted"));
        try (CleanupWork work = new CleanupWork(world.stores.kept(), new Recordings(world.stores.archive(), unmounted),
                unmounted, THIRTY_DAYS, CLOCK, Executors.newFixedThreadPool(2))) {
            work.everywhere();

            ear.line("CWENG3589");
        }
        assertThat(world.hasRow(old)).isTrue();
    }

    @Test
    void closedAccountsShouldBeEmptiedAlsoWhenRunsAreDry() {
        AccountSid closed = world.account("closed", AccountStatus.CLOSED, Optional.of(Retention.FOR_EVER));
        RecordingSid recording = world.recording(1, closed, 1);
        try (CleanupWork work = work(settings("CLEANUP_DRY_RUN", "true"), world.recordings)) {
            work.closed(Set.of(closed));

            assertThat(ear.line("CWENG3590")).contains("1 removed");
        }
        assertThat(world.gone(recording)).isTrue();
    }

    @Test
    void dryRunShouldSayWhatItWouldDo() {
        RecordingSid old = world.recording(1, acme, 31);
        try (CleanupWork work = work(settings("RETENTION_DAYS", "30", "CLEANUP_DRY_RUN", "true"), world.recordings)) {
            work.everywhere();

            assertThat(ear.line("CWENG3582")).contains("1 would be removed");
        }
        assertThat(world.hasRow(old)).isTrue();
    }
}
