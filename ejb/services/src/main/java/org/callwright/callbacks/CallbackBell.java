package org.callwright.callbacks;

import jakarta.enterprise.context.ApplicationScoped;
import org.callwright.rounds.Bell;

/** Rings when there may be something to deliver, so that the courier need not keep asking the database. */
@ApplicationScoped
public class CallbackBell extends Bell {
}
