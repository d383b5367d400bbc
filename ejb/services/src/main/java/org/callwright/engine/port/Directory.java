package org.callwright.engine.port;

import org.callwright.call.value.AccountSid;
import org.callwright.call.value.Destination;
import org.callwright.call.value.InviteFacts;

/** Knows whom a dialled number belongs to. May block (a database look-up); called on a worker thread. */
public interface Directory {

    Resolution resolve(InviteFacts facts);

    /** What the directory says. */
    sealed interface Resolution {

        record Found(Destination destination) implements Resolution {
        }

        record Unknown() implements Resolution {
        }

        record Forbidden(AccountSid account, String reason) implements Resolution {
        }
    }
}
