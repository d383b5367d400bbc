package org.callwright.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.cleanup.CleanupWorld.CLOCK;
import static org.callwright.cleanup.CleanupWorld.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.callwright.call.Effect;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingSid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and rows that have lost each other. */
class StraysTest {

    private static final Instant OLD = NOON.minus(Strays.GRACE).minusSeconds(1);
    private static final Instant YOUNG = NOON.minus(Strays.GRACE).plusSeconds(1);

    @TempDir
    Path folder;
    private CleanupWorld world;
    private AccountSid acme;

    @BeforeEach
    void open() {
        world = new CleanupWorld(folder);
        acme = world.account("acme", Optional.empty());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Strays strays() {
        return new Strays(world.stores.kept(), world.files, 10, CLOCK, () -> false);
    }

    @Test
    void oldFileWithoutARowShouldBeFoundAndStay() throws IOException {
        String orphan = "RE" + "9".repeat(32) + ".wav";
        world.file(orphan, OLD);
        world.file("notes.txt", OLD);
        world.file("RE" + "8".repeat(32) + ".wav", YOUNG);
        Files.createDirectory(folder.resolve("lost+found"));
        for (int number = 0; number < 25; number++) {
            world.recording(number, acme, Status.COMPLETED, OLD);
        }

        Strays.Found found = strays().filesWithoutRow();

        assertThat(found.count()).isEqualTo(2);
        assertThat(found.examples()).contains(orphan, "notes.txt");
        assertThat(folder.resolve(orphan)).exists();
    }

    @Test
    void gsmFileShouldBeKnownByItsRowAsAWavIs() throws IOException {
        RecordingSid known = world.row(1, acme, Status.COMPLETED, OLD);
        world.file(known + ".gsm", OLD);
        String orphan = "RE" + "9".repeat(32) + ".gsm";
        world.file(orphan, OLD);

        assertThat(strays().filesWithoutRow().examples()).isEqualTo(orphan);
        assertThat(strays().rowsWithoutFile().count()).isZero();
        assertThat(world.files.delete(known)).isTrue();
        assertThat(folder.resolve(known + ".gsm")).doesNotExist();
    }

    @Test
    void fileWhoseRowStillWaitsToBeWrittenShouldBeNoOrphan() {
        RecordingRecord waiting = CleanupWorld.record(1, acme, Status.COMPLETED, OLD);
        world.stores.waiting().write(new Effect.SaveRecording(waiting));
        world.file(waiting.sid() + ".wav", OLD);

        assertThat(strays().filesWithoutRow().count()).isZero();
    }

    @Test
    void completedRecordingWithoutAFileShouldBeFoundAndStay() {
        RecordingSid lost = world.row(1, acme, Status.COMPLETED, OLD);
        world.row(2, acme, Status.COMPLETED, YOUNG);
        world.row(3, acme, Status.FAILED, OLD);
        world.row(4, acme, Status.IN_PROGRESS, OLD);
        for (int number = 10; number < 35; number++) {
            world.recording(number, acme, Status.COMPLETED, OLD);
        }

        Strays.Found found = strays().rowsWithoutFile();

        assertThat(found.count()).isEqualTo(1);
        assertThat(found.examples()).isEqualTo(lost.value());
        assertThat(world.hasRow(lost)).isTrue();
    }

    @Test
    void examplesShouldBeFewHoweverManyAreFound() {
        for (int number = 0; number < 40; number++) {
            world.row(number, acme, Status.COMPLETED, OLD);
        }

        Strays.Found found = strays().rowsWithoutFile();

        assertThat(found.count()).isEqualTo(40);
        assertThat(found.examples().split(", ")).hasSize(5);
    }
}
