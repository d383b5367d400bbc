package org.callwright.persistence;

import java.time.Clock;
import java.util.List;
import org.callwright.accounts.AccountStore;
import org.callwright.call.value.CallSid;
import org.callwright.callbacks.CallbackOutbox;
import org.callwright.callbacks.OldCallbacks;
import org.callwright.cleanup.KeptRecordings;
import org.callwright.cleanup.messages.OldMessages;
import org.callwright.directory.DirectoryStore;
import org.callwright.engine.port.RecordStore;
import org.callwright.recordings.RecordingFiles;
import org.callwright.records.RecordArchive;
import org.callwright.records.UnfinishedRecords;
import org.callwright.settings.Settings;
import org.callwright.settings.TmsSettings;
import org.callwright.telesign.CustomerStore;
import org.callwright.telesign.TransactionStore;
import org.callwright.tms.ChunkStore;
import org.callwright.tms.DialStore;
import org.callwright.tms.OutcomeStore;
import org.callwright.tms.TmsAccountStore;
import org.callwright.tms.TmsMessages;
import org.callwright.tms.TmsWebhooks;

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

    public TmsAccountStore tmsAccounts() {
        return new JpaTmsAccounts(database);
    }

    public TmsWebhooks tmsWebhooks() {
        return new JpaTmsWebhooks(database);
    }

    public TmsMessages tmsMessages(Settings general, TmsSettings settings, Clock clock) {
        return new JpaTmsMessages(database, general, settings, clock);
    }

    public ChunkStore tmsChunks(Settings general) {
        return new JpaTmsChunks(database, general);
    }

    public DialStore tmsCalls(Settings general) {
        return new JpaTmsCalls(database, general);
    }

    public OutcomeStore tmsOutcomes(Settings general, TmsSettings settings) {
        return new JpaTmsOutcomes(database, general, settings);
    }

    public OldMessages oldMessages() {
        return new JpaOldMessages(database);
    }

    /** The call that is under way to this number. */
    public CallSid tmsCall(String number) {
        return new CallSid(database.call(em -> em.createQuery("select r.call from TmsRecipientRow r"
                        + " where r.formatted = :number and r.call is not null", String.class)
                .setParameter("number", number)
                .getSingleResult()));
    }

    /** What is in the outbox of callbacks: URL and form, in their order. */
    public List<String> callbacks() {
        return database.call(em -> em.createQuery("select e from CallbackRow e order by e.created, e.position, e.call",
                        CallbackEntity.class)
                .getResultStream()
                .map(row -> row.url + " " + row.parameters)
                .toList());
    }

    public int tmsTokensHolding(String text) {
        return database.call(em -> em.createQuery("select count(k) from TmsTokenRow k where k.digest like :text",
                        Long.class)
                .setParameter("text", "%" + text + "%")
                .getSingleResult()).intValue();
    }
}
