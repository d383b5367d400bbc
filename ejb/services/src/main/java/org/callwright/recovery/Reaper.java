package org.callwright.recovery;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Closes dead calls every minute, on every server; servers that look at the same row write the same end. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Reaper {

    @Inject
    Recovery recovery;

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = "close dead calls")
    void reap() {
        recovery.repeat();
    }
}
