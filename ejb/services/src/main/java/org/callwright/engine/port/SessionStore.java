package org.callwright.engine.port;

import java.util.Optional;
import java.util.Set;
import org.callwright.call.CallSession;
import org.callwright.call.value.CallSid;

/** Where sessions are kept so that another node, or this one after a restart, finds them. */
public interface SessionStore {

    /** Stores the session; when this returns, a reader of the store sees it. */
    void put(CallSession session);

    Optional<CallSession> get(CallSid sid);

    void remove(CallSid sid);

    Set<CallSid> sids();
}
