package org.callwright.sip.container.dispatch;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.callwright.sip.container.SipLog;
import org.callwright.sip.container.guard.Occasionally;

/**
 * Decides whether a request outside any dialog may reach the application. OPEN admits; DRAINING refuses so that running
 * calls can end while a balancer sends new ones elsewhere; above the limit of waiting messages, when they wait too long
 * ({@link StandingWait}), or when the application says that it cannot keep up, it refuses as well, so that calls
 * already up keep working. Requests inside a dialog are never asked about.
 */
final class Admission {

    /** What happens to a request outside any dialog. */
    enum Verdict { ADMITTED, DRAINING, OVERLOADED }

    private final int maxWaiting;
    private final StandingWait atTheGate;
    private final StandingWait inside;
    private final Occasionally refusals = new Occasionally(System::nanoTime);
    private volatile BooleanSupplier application = () -> false;
    private volatile boolean draining;

    /** @param clock in nanoseconds */
    Admission(int maxWaiting, LongSupplier clock) {
        this.maxWaiting = maxWaiting;
        atTheGate = new StandingWait(clock);
        inside = new StandingWait(clock);
    }

    /**
     * Asks about one request that is to begin a dialog.
     *
     * @param waiting messages that wait for a worker
     * @param longestWait how long the oldest of them has waited, in nanoseconds
     */
    Verdict verdict(int waiting, long longestWait) {
        if (draining) {
            return Verdict.DRAINING;
        }
        return overloaded(inside, waiting, longestWait) ? Verdict.OVERLOADED : Verdict.ADMITTED;
    }

    /**
     * Asks about a call whose INVITE has just come in and was not looked at yet. Never because of a drain: that is for
     * {@link #verdict}.
     *
     * @param waiting messages that wait for a worker
     * @param longestWait how long the oldest message has waited, unread ones included, in nanoseconds
     */
    boolean turnsAway(int waiting, long longestWait) {
        return !draining && overloaded(atTheGate, waiting, longestWait);
    }

    private boolean overloaded(StandingWait wait, int waiting, long longestWait) {
        if (waiting < maxWaiting && !wait.tooLong(longestWait) && !application.getAsBoolean()) {
            return false;
        }
        refusals.happened(count -> SipLog.ROOT.overloaded(count, waiting));
        return true;
    }

    /** Asked at each request: whether the application has more to do than it can. */
    void application(BooleanSupplier overloaded) {
        application = overloaded;
    }

    void drain(boolean on) {
        draining = on;
    }

    boolean draining() {
        return draining;
    }
}
