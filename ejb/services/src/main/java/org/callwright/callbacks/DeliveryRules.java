package org.callwright.callbacks;

import java.time.Duration;
import org.callwright.settings.CallbackSettings;

/** How often and how long a courier tries. */
public interface DeliveryRules {

    /** Those of the operator for callbacks of calls: any 2xx is an arrival. */
    static DeliveryRules of(CallbackSettings settings) {
        return new OfCalls(settings);
    }

    /** Whether an answer with this status is an arrival. */
    boolean arrived(int status);

    /** After so many a callback is given up. */
    int attempts();

    /** What to wait after so many failures. */
    Duration pauseAfter(int failures);

    /** Callbacks under way at once. */
    int inFlight();

    /** For how long a server has a callback to itself. */
    Duration lease();
}
