package org.callwright.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import org.callwright.callbacks.CallbackBell;
import org.callwright.recordings.RecordingFiles;

/**
 * Runs the record writer as long as the application runs. At the end it takes no more rows and gives the writer
 * {@link #DRAIN} to write what waits; the rest is kept on the disk for the next start. Whoever still writes rows while shutting down must depend on this bean, so that
 * the container stops it later.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RecordWriterService {

    private static final Duration DRAIN = Duration.ofSeconds(15);

    @Inject
    PendingRows pending;
    @Inject
    Database database;
    @Inject
    RecordingFiles files;
    @Inject
    CallbackBell bell;
    @Resource
    ManagedThreadFactory threads;

    private Thread thread;

    @PostConstruct
    void start() {
        RecordWriter writer = new RecordWriter(
                pending, new JpaRowSink(database, files, bell::ring), time -> Thread.sleep(time.toMillis()));
        thread = threads.newThread(writer);
        thread.setName("callwright-record-writer");
        thread.setDaemon(true);
        thread.start();
    }

    @PreDestroy
    void drain() {
        pending.close();
        try {
            thread.join(DRAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            keepTheRest();
        }
    }

    /** What could not be written is kept on the disk, and lost only when that fails too. */
    private void keepTheRest() {
        thread.interrupt();
        pending.putBack();
        if (pending.onDisk()) {
            PersistenceLog.LOG.rowsKeptForTheNextStart(pending.size());
        } else {
            PersistenceLog.LOG.rowsLostAtShutdown(pending.size());
        }
    }
}
