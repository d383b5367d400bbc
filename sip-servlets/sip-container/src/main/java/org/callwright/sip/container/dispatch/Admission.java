package org.callwright.sip.container.dispatch;

import org.callwright.sip.container.SipLog;

/**
 * Decides whether a request outside any dialog may reach the application. OPEN admits; DRAINING refuses so that running
 * calls can end while a balancer sends new ones elsewhere; above the limit of waiting messages it refuses as well, so
 * that calls already up keep working. Requests inside a dialog are never asked about.
 */
final class Admission {

    /** What happens to a request outside any dialog. */
    enum Verdict { ADMITTED, DRAINING, OVERLOADED }

    private final int maxWaiting;
    private volatile boolean draining;
    private volatile boolean overloaded;

    Admission(int maxWaiting) {
        this.maxWaiting = maxWaiting;
    }

    Verdict verdict(int waiting) {
        if (draining) {
            return Verdict.DRAINING;
        }
        if (waiting < maxWaiting) {
            overloaded = false;
            return Verdict.ADMITTED;
        }
        if (!overloaded) {
            overloaded = true;
            SipLog.ROOT.overloaded(waiting);
        }
        return Verdict.OVERLOADED;
    }

    void drain(boolean on) {
        draining = on;
    }

    boolean draining() {
        return draining;
    }
}
