package org.callwright.persistence;

import java.util.List;
import org.callwright.accounts.AccountStore;
import org.callwright.callbacks.CallbackOutbox;
import org.callwright.callbacks.OldCallbacks;
import org.callwright.cleanup.KeptRecordings;
import org.callwright.directory.DirectoryStore;
import org.callwright.engine.port.RecordStore;
import org.callwright.recordings.RecordingFiles;
import org.callwright.records.RecordArchive;
import org.callwright.records.UnfinishedRecords;
import org.callwright.telesign.CustomerStore;
import org.callwright.telesign.TransactionStore;

/** The real stores on a test database, for tests of other packages. */
public final class TestStores {

    private final Database database;
    private final PendingRows pending = new PendingRows();

    public TestStores(TestDatabase database) {
        this.database = database;
    }

    public AccountStore accounts() {
        return new JpaAccountStore(database);
    }

    public RecordArchive archive() {
        return new JpaRecordArchive(database, pending);
    }

    /** @param rowsOnDisk whether newer rows wait there */
    public UnfinishedRecords unfinished(boolean rowsOnDisk) {
        return new JpaUnfinishedRecords(database, new PendingRows() {
            @Override
            boolean onDisk() {
                return rowsOnDisk;
            }
        });
    }

    public KeptRecordings kept() {
        return new JpaKeptRecordings(database, pending);
    }

    public OldCallbacks oldCallbacks() {
        return new JpaCallbackOutbox(database);
    }

    public CallbackOutbox outbox() {
        return new JpaCallbackOutbox(database);
    }

    /** SIDs of the callbacks that were given up, with the reason. */
    public List<String> deadCallbacks() {
        return database.call(em -> em.createQuery("select e.sid || ' ' || e.lastFailure from CallbackRow e"
                + " where e.status = 'dead' order by e.sid", String.class).getResultList());
    }

    /** Only says that it will be written. */
    public RecordStore waiting() {
        return pending::put;
    }

    /** Writes at once. */
    public RecordStore records(RecordingFiles files) {
        return row -> new JpaRowSink(database, files).write(List.of(row));
    }

    public DirectoryStore directory() {
        return new JpaDirectoryStore(database);
    }

    public CustomerStore customers() {
        return new JpaCustomerStore(database);
    }

    public TransactionStore transactions() {
        return new JpaTransactionStore(database);
    }

    /** Where a transaction's callback stands, how often it was tried, and why it failed last. */
    public String telesignCallback(String reference) {
        return database.call(em -> em.createQuery("select t.callbackStatus || ' ' || t.callbackAttempts || ' '"
                        + " || t.callbackFailure from TelesignTransactionRow t where t.reference = :reference", String.class)
                .setParameter("reference", reference)
                .getSingleResult());
    }
}
