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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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

    private static final Logger LOGGER = Logger.getLogger("org.callwright.cleanup");
    private static final CleanupSettings THIRTY_DAYS = settings("RETENTION_DAYS", "30");

    @TempDir
    Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord message) {
            if (message.getLevel().intValue() >= Level.INFO.intValue()) {
                told.add(message.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };
    private CleanupWorld world;
    private AccountSid acme;

    @BeforeEach
    void open() {
        world = new CleanupWorld(folder);
        acme = world.account("acme", Optional.empty());
        LOGGER.addHandler(ear);
    }

    @AfterEach
    void close() {
        LOGGER.removeHandler(ear);
        world.close();
    }

    private CleanupWork work(CleanupSettings settings, Recordings recordings) {
        return new CleanupWork(world.stores.kept(), recordings, world.files, settings, CLOCK,
                Executors.newFixedThreadPool(2));
    }

    private boolean told(String id) {
        return told.stream().anyMatch(line -> line.startsWith(id));
    }

    private String line(String id) {
        eventually(id + " is told", () -> told(id));
        return told.stream().filter(line -> line.startsWith(id)).findFirst().orElseThrow();
    }

    @Test
    void runShouldTellWhatItDidInOneLineAndStraysBesides() {
        world.recording(1, acme, 31);
        world.row(2, acme, Status.COMPLETED, NOON.minusSeconds(7_200));
        world.file("orphan.wav", NOON.minusSeconds(7_200));
        try (CleanupWork work = work(THIRTY_DAYS, world.recordings)) {
            work.everywhere();

            assertThat(line("CWENG3581")).contains("1 examined, 1 removed, " + CleanupWorld.FILE_BYTES + " bytes freed,"
                    + " 0 failed, 1 files without a recording, 1 recordings without a file");
            assertThat(line("CWENG3584")).contains("orphan.wav");
            assertThat(line("CWENG3585")).contains("1 recordings");
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
        assertThat(told("CWENG3588")).isTrue();

        Thread stopping = new Thread(work::close);
        stopping.start();
        eventually("the end is waited for", () -> stopping.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        stopping.join();
        assertThat(line("CWENG3587")).contains("10 were removed");
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
            line("CWENG3586");
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

            line("CWENG3589");
        }
        assertThat(world.hasRow(old)).isTrue();
    }

    @Test
    void closedAccountsShouldBeEmptiedAlsoWhenRunsAreDry() {
        AccountSid closed = world.account("closed", AccountStatus.CLOSED, Optional.of(Retention.FOR_EVER));
        RecordingSid recording = world.recording(1, closed, 1);
        try (CleanupWork work = work(settings("CLEANUP_DRY_RUN", "true"), world.recordings)) {
            work.closed(Set.of(closed));

            assertThat(line("CWENG3590")).contains("1 removed");
        }
        assertThat(world.gone(recording)).isTrue();
    }

    @Test
    void dryRunShouldSayWhatItWouldDo() {
        RecordingSid old = world.recording(1, acme, 31);
        try (CleanupWork work = work(settings("RETENTION_DAYS", "30", "CLEANUP_DRY_RUN", "true"), world.recordings)) {
            work.everywhere();

            assertThat(line("CWENG3582")).contains("1 would be removed");
        }
        assertThat(world.hasRow(old)).isTrue();
    }
}
