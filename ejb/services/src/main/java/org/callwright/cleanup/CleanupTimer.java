package org.callwright.cleanup;

import static org.callwright.cleanup.CleanupLog.LOG;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;
import org.callwright.recordings.RecordingFiles;
import org.callwright.recordings.Recordings;
import org.callwright.settings.CleanupSettings;

/**
 * The timers of the clean-up of recordings, which outlive the server: one that comes again and again, and one for each
 * closing of accounts.
 */
@Singleton
@Startup
@DependsOn("RecordWriterService")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CleanupTimer implements ClosedAccounts {

    private static final String PERIODIC = "clean-up of recordings";
    private static final String CLOSED = "recordings of closed accounts ";
    /** One for the periodic run, one for closed accounts, which need not wait for it. */
    private static final int THREADS = 2;

    @Resource
    TimerService timers;
    @Resource
    ManagedThreadFactory threads;
    @Inject
    KeptRecordings kept;
    @Inject
    Recordings recordings;
    @Inject
    RecordingFiles files;
    @Inject
    CleanupSettings settings;

    private final Clock clock = Clock.systemUTC();
    private CleanupWork work;

    @PostConstruct
    void start() {
        work = new CleanupWork(kept, recordings, files, settings, clock, Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = threads.newThread(task);
            thread.setName("callwright-clean-up");
            thread.setDaemon(true);
            return thread;
        }));
        Timer periodic = PeriodicTimer.of(timers, PERIODIC, settings.times(), clock.instant());
        LOG.scheduled("Recordings", new Retention(settings.retentionDays()), periodic.getNextTimeout().toInstant());
    }

    /** A timer belongs to the transaction that makes it, and so comes only when the accounts are closed indeed. */
    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void closed(Set<AccountSid> accounts) {
        String sids = accounts.stream().map(AccountSid::value).sorted().collect(Collectors.joining(" "));
        timers.createSingleActionTimer(0, new TimerConfig(CLOSED + sids, true));
    }

    @Timeout
    void due(Timer timer) {
        String info = String.valueOf(timer.getInfo());
        if (info.startsWith(CLOSED)) {
            work.closed(Stream.of(info.substring(CLOSED.length()).split(" "))
                    .map(AccountSid::new)
                    .collect(Collectors.toSet()));
        } else {
            work.everywhere();
        }
    }

    @PreDestroy
    void stop() {
        work.close();
    }
}
