package org.callwright.cleanup.messages;

import static org.callwright.cleanup.messages.MessageCleanupLog.LOG;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import org.callwright.cleanup.BackgroundRuns;
import org.callwright.settings.MessageCleanupSettings;

/** Carries clean-ups of messages out, one at a time, and tells the operator what they did. */
final class MessageCleanupWork implements AutoCloseable {

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
            LOG.leftOut();
        }
    }

    private void run() {
        Instant begin = clock.instant();
        MessageCleanup cleanup = new MessageCleanup(messages, settings, clock, runs::closed);
        try {
            cleanup.run();
        } catch (RuntimeException e) {
            LOG.brokenOff(cleanup.tally().removed(), e);
            return;
        }
        MessageTally tally = cleanup.tally();
        if (runs.closed()) {
            LOG.stopped(tally.removed());
        } else {
            LOG.cleaned(tally.examined(), tally.removed(), tally.recipients(), tally.waiting(),
                    Duration.between(begin, clock.instant()).toMillis());
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
