package org.callwright.sip.container.application;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;

/**
 * One thread at a time per SIP application session. The core announces every entry into application code; a thread
 * takes each session's lock once, also for sessions it creates or looks up while it is inside, and gives all of them
 * back when it leaves.
 */
final class SessionLocks {
    private final ThreadLocal<Set<MobicentsSipApplicationSession>> held = new ThreadLocal<>();

    /**
     * @param onlyWhenInside take the lock only if the container called this thread's application code; a thread of the
     *                       application's own has no moment at which it would be given back
     */
    void enter(MobicentsSipApplicationSession session, boolean onlyWhenInside, boolean containerManaged) {
        Set<MobicentsSipApplicationSession> sessions = held.get();
        if (sessions == null && onlyWhenInside) {
            return;
        }
        if (sessions == null) {
            sessions = Collections.newSetFromMap(new IdentityHashMap<>());
            held.set(sessions);
        }
        if (session != null && containerManaged && sessions.add(session)) {
            session.acquire();
        }
    }

    void exit() {
        Set<MobicentsSipApplicationSession> sessions = held.get();
        if (sessions != null) {
            held.remove();
            sessions.forEach(MobicentsSipApplicationSession::release);
        }
    }
}
