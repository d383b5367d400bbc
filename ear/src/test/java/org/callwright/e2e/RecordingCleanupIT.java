package org.callwright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.callwright.e2e.BeanTimers.Timer;
import org.junit.jupiter.api.Test;

/**
 * Old recordings in a server of their own. Three starts: an empty server that makes its schema; one with a dry run; one
 * that cleans up every second. The timer of the second is that of the first.
 */
class RecordingCleanupIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String BRIEF = "AC0000000000000000000000000000c1e1";
    private static final String PLAIN = "AC0000000000000000000000000000c1e2";
    private static final String LEAVING = "AC0000000000000000000000000000c1e3";
    private static final String ORPHAN = "RE" + "f".repeat(32) + ".wav";
    private static final String TOKEN = "token-of-the-clean-up";
    private static final String BOOTSTRAP = """
            {"accounts": [
              {"sid": "%s", "email": "brief@callwright.test", "token": "%s", "recordingRetentionDays": 30},
              {"sid": "%s", "email": "plain@callwright.test", "token": "%s"},
              {"sid": "%s", "email": "leaving@callwright.test", "token": "%s"}]}
            """.formatted(BRIEF, TOKEN, PLAIN, TOKEN, LEAVING, TOKEN);

    private String old;
    private String young;
    private String plain;
    private String leaving;
    private String lost;

    @Test
    void recordingsShouldGoByAgeAndClosingOverRestartsAndStraysBeTold() throws Exception {
        try (OwnServer server = OwnServer.named("clean up")) {
            Path bootstrap = Files.writeString(server.data().resolve("bootstrap.json"), BOOTSTRAP);
            server.set("CALLWRIGHT_BOOTSTRAP", bootstrap.toString());
            server.set("CALLWRIGHT_ADMIN_TOKEN", TOKEN);
            BeanTimers timers = new BeanTimers(server.port("MANAGEMENT"), "CleanupTimer");

            server.start();
            List<Timer> first = timers.list();
            server.stop();
            assertThat(first).hasSize(1);
            assertThat(first.get(0).persistent()).isTrue();
            assertThat(first.get(0).info()).contains("03:30");
            addPast(server.data());

            server.set("CALLWRIGHT_RECORDING_CLEANUP_DRY_RUN", "true");
            server.start();
            assertThat(timers.list()).as("the timer outlived the server, and is one").isEqualTo(first);
            timers.trigger(first.get(0));
            eventually("the dry run is told", () -> console(server).contains("CWENG3582"));
            assertThat(console(server)).contains("1 would be removed, " + OldRecordings.FILE_BYTES + " bytes freed, 1 files"
                    + " without a recording, 1 recordings without a file");
            assertThat(files(server)).hasSize(5);
            server.stop();

            server.set("CALLWRIGHT_RECORDING_CLEANUP_DRY_RUN", "");
            server.set("CALLWRIGHT_RECORDING_CLEANUP_SECONDS", "1");
            server.start();
            assertThat(timers.list()).as("one timer for the new interval").hasSize(1)
                    .noneMatch(timer -> timer.info().equals(first.get(0).info()));
            cleansUp(server);
            server.stop();
        }
    }

    private void addPast(Path data) throws IOException, SQLException {
        try (OldRecordings past = new OldRecordings(data)) {
            old = past.add(1, BRIEF, Duration.ofDays(31));
            young = past.add(2, BRIEF, Duration.ofDays(29));
            plain = past.add(3, PLAIN, Duration.ofDays(9_000));
            leaving = past.add(4, LEAVING, Duration.ofDays(1));
            lost = past.addRow(5, PLAIN, Duration.ofHours(2));
            past.addFile(ORPHAN, Duration.ofHours(2));
        }
    }

    private void cleansUp(OwnServer server) {
        RestClient brief = server.rest(BRIEF, TOKEN);
        RestClient admin = server.rest("administrator@company.com", TOKEN);
        eventually("the old recording goes", () -> !exists(server, brief, BRIEF, old));
        eventually("the run is told", () -> console(server).contains("1 examined, 1 removed, "
                + OldRecordings.FILE_BYTES + " bytes freed, 0 failed, 1 files without a recording"));
        assertThat(console(server)).contains("CWENG3584", ORPHAN, "CWENG3585", lost);
        assertThat(exists(server, brief, BRIEF, young)).isTrue();
        assertThat(exists(server, server.rest(PLAIN, TOKEN), PLAIN, plain)).as("kept for ever").isTrue();
        assertThat(files(server)).as("nobody removes an orphan").contains(ORPHAN);

        assertThat(admin.postForJson(path(PLAIN) + ".json", Map.of("RecordingRetentionDays", "365"), 200)
                .getInt("recording_retention_days")).isEqualTo(365);
        eventually("the account's own retention counts", () -> !exists(server, admin, PLAIN, plain));

        admin.postForJson(path(LEAVING) + ".json", Map.of("Status", "closed"), 200);
        eventually("a closed account's recordings go", () -> !exists(server, admin, LEAVING, leaving));
        eventually("that is told", () -> console(server).contains("Recordings of 1 closed accounts"));
        assertThat(files(server)).containsExactlyInAnyOrder(young + ".wav", ORPHAN);
    }

    /** Row or file; the file is asked for without credentials. */
    private static boolean exists(OwnServer server, RestClient client, String account, String sid) {
        String recording = path(account) + "/Recordings/" + sid;
        return client.get(recording + ".json").statusCode() != 404
                || server.rest("", "").get(recording + ".wav").statusCode() != 404;
    }

    private static String path(String account) {
        return "/restcomm/2012-04-24/Accounts/" + account;
    }

    private static List<String> files(OwnServer server) {
        try (Stream<Path> files = Files.list(server.data().resolve("recordings"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String console(OwnServer server) {
        try {
            return Files.readString(server.data().resolve("log/console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void eventually(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not within %s: %s", LIMIT, what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
