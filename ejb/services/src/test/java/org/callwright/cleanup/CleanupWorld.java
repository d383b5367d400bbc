package org.callwright.cleanup;

import static org.callwright.records.SampleRecords.callSid;
import static org.callwright.records.SampleRecords.hex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.Retention;
import org.callwright.accounts.TokenHash;
import org.callwright.call.Effect;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingSid;
import org.callwright.persistence.TestDatabase;
import org.callwright.persistence.TestStores;
import org.callwright.recordings.RecordingFiles;
import org.callwright.recordings.Recordings;
import org.callwright.settings.CleanupSettings;

/** Accounts and their recordings, rows in a real database and files in a real folder, as of one noon. */
final class CleanupWorld implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    static final int FILE_BYTES = 1_044;
    private static final TokenHash TOKEN = TokenHash.of("t");
    private static final OrganizationSid ORGANIZATION = OrganizationSid.ofDomain("default");

    final TestDatabase database = new TestDatabase();
    final TestStores stores = new TestStores(database);
    final Path folder;
    final RecordingFiles files;
    final Recordings recordings;

    CleanupWorld(Path folder) {
        this.folder = folder;
        this.files = new RecordingFiles(folder);
        this.recordings = new Recordings(stores.archive(), files);
        stores.accounts().save(new Organization(ORGANIZATION, "default", Instant.EPOCH, Instant.EPOCH));
    }

    static CleanupSettings settings(String... keysAndValues) {
        Map<String, String> environment = new HashMap<>(Map.of("CALLWRIGHT_RECORDING_CLEANUP_BATCH", "10"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            environment.put("CALLWRIGHT_RECORDING_" + keysAndValues[i], keysAndValues[i + 1]);
        }
        return CleanupSettings.fromEnvironment(environment);
    }

    AccountSid account(String name, Optional<Retention> retention) {
        return account(name, AccountStatus.ACTIVE, retention);
    }

    AccountSid account(String name, AccountStatus status, Optional<Retention> retention) {
        String email = name + "@a.example";
        AccountSid sid = Account.sidOf(email);
        stores.accounts().save(new Account(sid, ORGANIZATION, Optional.empty(), email, name, status, "Administrator",
                TOKEN, retention, RecordingFormat.WAV, Instant.EPOCH, Instant.EPOCH));
        return sid;
    }

    /** A row and a file of a recording that ended so many days ago. */
    RecordingSid recording(int number, AccountSid account, long daysAgo) {
        return recording(number, account, Status.COMPLETED, NOON.minus(Duration.ofDays(daysAgo)));
    }

    RecordingSid recording(int number, AccountSid account, Status status, Instant ended) {
        RecordingSid sid = row(number, account, status, ended);
        file(sid + ".wav", ended);
        return sid;
    }

    RecordingSid row(int number, AccountSid account, Status status, Instant ended) {
        RecordingRecord row = record(number, account, status, ended);
        stores.records(files).write(new Effect.SaveRecording(row));
        return row.sid();
    }

    static RecordingRecord record(int number, AccountSid account, Status status, Instant ended) {
        return new RecordingRecord(new RecordingSid("RE" + hex(number)), account, callSid(number),
                ended.minusSeconds(60), ended, status, Duration.ofSeconds(1), "");
    }

    Path file(String name, Instant modified) {
        try {
            Path file = Files.write(folder.resolve(name), new byte[FILE_BYTES]);
            return Files.setLastModifiedTime(file, FileTime.from(modified));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasRow(RecordingSid sid) {
        return stores.archive().recording(sid).isPresent();
    }

    boolean hasFile(RecordingSid sid) {
        return files.find(sid).isPresent();
    }

    /** Neither row nor file. */
    boolean gone(RecordingSid sid) {
        return !hasRow(sid) && !hasFile(sid);
    }

    List<String> fileNames() {
        String[] names = folder.toFile().list();
        return List.of(names == null ? new String[0] : names);
    }

    @Override
    public void close() {
        database.close();
    }
}
