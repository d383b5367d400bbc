package org.callwright.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.sip.SipSession;
import org.callwright.call.value.CallSid;

/** The legs of this node, found by call SID or by the SIP session that a message belongs to. */
@ApplicationScoped
class Legs {

    private final Map<CallSid, Leg> legs = new ConcurrentHashMap<>();

    void add(Leg leg) {
        legs.put(leg.sid(), leg);
    }

    Optional<Leg> of(CallSid sid) {
        return Optional.ofNullable(legs.get(sid));
    }

    Optional<Leg> of(SipSession session) {
        if (session == null || !session.isValid()) {
            return Optional.empty();
        }
        Object sid = session.getAttribute(Leg.ATTRIBUTE);
        return sid == null ? Optional.empty() : of(new CallSid(sid.toString()));
    }

    void remove(Leg leg) {
        legs.remove(leg.sid(), leg);
    }

    void close() {
        legs.clear();
    }
}
