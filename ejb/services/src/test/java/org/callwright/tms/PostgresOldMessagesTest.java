package org.callwright.tms;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.callwright.persistence.PostgresCluster;
import org.callwright.persistence.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same on PostgreSQL, when it is installed. */
class PostgresOldMessagesTest extends JpaOldMessagesTest {

    private static PostgresCluster cluster;

    @BeforeAll
    static void start() {
        Optional<Path> programs = PostgresCluster.programs();
        assumeTrue(programs.isPresent(), "PostgreSQL is not installed");
        cluster = PostgresCluster.start(programs.get());
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Override
    protected TestDatabase database() {
        return cluster.database();
    }
}
