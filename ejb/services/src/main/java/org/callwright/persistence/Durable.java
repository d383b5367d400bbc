package org.callwright.persistence;

import java.sql.Statement;

/**
 * What is committed now outlives the process. H2 keeps commits in memory for up to half a second before it writes them
 * to its file; other databases have written what they have committed.
 */
final class Durable {

    private Durable() {
    }

    /** Outside of a transaction. */
    static void make(Database database) {
        database.query(connection -> {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("checkpoint");
                }
            }
            return true;
        });
    }
}
