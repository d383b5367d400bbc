package org.callwright.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Puts recordings with a past into the data folder of a server that does not run. */
final class OldRecordings implements AutoCloseable {

    static final int FILE_BYTES = 1_644;

    private final Path folder;
    private final Connection database;

    OldRecordings(Path data) throws IOException, SQLException {
        folder = Files.createDirectories(data.resolve("recordings"));
        database = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("db/callwright"), "callwright",
                Files.readString(data.resolve("db-password")).strip());
    }

    /** A completed recording with its file; its SID. */
    String add(int number, String account, Duration age) throws IOException, SQLException {
        String sid = addRow(number, account, age);
        addFile(sid + ".wav", age);
        return sid;
    }

    String addRow(int number, String account, Duration age) throws SQLException {
        String sid = String.format("RE%032x", number);
        Instant ended = Instant.now().minus(age);
        try (PreparedStatement insert = database.prepareStatement("insert into recording (sid, account_sid, call_sid,"
                + " created, updated, status, duration_ms, reason) values (?, ?, ?, ?, ?, 'completed', 100, '')")) {
            insert.setString(1, sid);
            insert.setString(2, account);
            insert.setString(3, String.format("CA%032x", number));
            insert.setObject(4, ended.atOffset(ZoneOffset.UTC));
            insert.setObject(5, ended.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return sid;
    }

    void addFile(String name, Duration age) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[FILE_BYTES]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
