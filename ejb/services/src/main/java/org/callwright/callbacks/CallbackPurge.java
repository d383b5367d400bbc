package org.callwright.callbacks;

import static org.callwright.callbacks.CallbackLog.LOG;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.callwright.settings.CallbackSettings;

/** Removes callbacks that were given up long ago, every hour, in batches that each have a short transaction. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CallbackPurge {

    static final int BATCH = 500;
    private static final int MOST_BATCHES = 200;

    @Inject
    OldCallbacks callbacks;
    @Inject
    CallbackSettings settings;

    @Schedule(hour = "*", minute = "17", persistent = false, info = "remove old callbacks")
    void run() {
        try {
            purge(callbacks, settings, Clock.systemUTC());
        } catch (RuntimeException e) {
            LOG.notPurged(e);
        }
    }

    /** How many went. */
    static int purge(OldCallbacks callbacks, CallbackSettings settings, Clock clock) {
        Instant before = clock.instant().minus(settings.keepDead());
        int gone = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int now = callbacks.purge(before, BATCH);
            gone += now;
            if (now < BATCH) {
                break;
            }
        }
        if (gone > 0) {
            LOG.purged(gone, settings.keepDead().toDays());
        }
        return gone;
    }
}
