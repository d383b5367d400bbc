package org.callwright.cleanup.messages;

import static org.callwright.cleanup.CleanupLog.LOG;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import org.callwright.cleanup.BackgroundRuns;
import org.callwright.settings.MessageCleanupSettings;

/** Carries clean-ups of messages out, one at a time, and tells the operator what they did. */
final class MessageCleanupWork implements AutoCloseable {

    private static final String MESSAGES = "TMS messages";

    private final OldMessages messages;
    private final MessageCleanupSettings settings;
    private final Clock clock;
    private final BackgroundRuns runs;

    MessageCleanupWork(OldMessages messages, MessageCleanupSettings settings, Clock clock, ExecutorService threads) {
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
        this.runs = new BackgroundRuns(threads);
    }

    void begin() {
        if (!runs.beginAlone(this::run)) {
            LOG.leftOut(MESSAGES);
        }
    }

    private void run() {
        Instant begin = clock.instant();
        MessageCleanup cleanup = new MessageCleanup(messages, settings, clock, runs::closed);
        try {
            cleanup.run();
        } catch (RuntimeException e) {
            LOG.brokenOff(MESSAGES, cleanup.tally().removed(), e);
            return;
        }
        tell(cleanup.tally(), Duration.between(begin, clock.instant()).toMillis());
    }

    private void tell(MessageTally tally, long millis) {
        if (runs.closed()) {
            LOG.stopped(MESSAGES, tally.removed());
        } else if (settings.dryRun()) {
            LOG.messagesDryRun(tally.examined() - tally.waiting(), tally.recipients(), tally.waiting(), millis);
        } else {
            LOG.messagesCleaned(tally.examined(), tally.removed(), tally.recipients(), tally.waiting(), millis);
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
