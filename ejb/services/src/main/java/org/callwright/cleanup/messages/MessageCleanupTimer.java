package org.callwright.cleanup.messages;

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
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.callwright.accounts.Retention;
import org.callwright.cleanup.PeriodicTimer;
import org.callwright.settings.MessageCleanupSettings;

/** The timer of the clean-up of TMS messages, which outlives the server. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MessageCleanupTimer {

    private static final String PERIODIC = "clean-up of TMS messages";

    @Resource
    TimerService timers;
    @Resource
    ManagedThreadFactory threads;
    @Inject
    OldMessages messages;
    @Inject
    MessageCleanupSettings settings;

    private final Clock clock = Clock.systemUTC();
    private MessageCleanupWork work;

    @PostConstruct
    void start() {
        work = new MessageCleanupWork(messages, settings, clock, Executors.newSingleThreadExecutor(task -> {
            Thread thread = threads.newThread(task);
            thread.setName("callwright-tms-clean-up");
            thread.setDaemon(true);
            return thread;
        }));
        Timer periodic = PeriodicTimer.of(timers, PERIODIC, settings.times(), clock.instant());
        LOG.scheduled("TMS messages", new Retention(settings.retentionDays()), periodic.getNextTimeout().toInstant());
    }

    @Timeout
    void due() {
        work.begin();
    }

    @PreDestroy
    void stop() {
        work.close();
    }
}
