package org.callwright.callbacks;

import java.time.Duration;
import org.callwright.settings.CallbackSettings;

/** Rules of callbacks of calls. */
record OfCalls(CallbackSettings settings) implements DeliveryRules {

    @Override
    public boolean arrived(int status) {
        return status >= 200 && status <= 299;
    }

    @Override
    public int attempts() {
        return settings.attempts();
    }

    @Override
    public Duration pauseAfter(int failures) {
        return settings.pauseAfter(failures);
    }

    @Override
    public int inFlight() {
        return settings.inFlight();
    }

    @Override
    public Duration lease() {
        return settings.lease();
    }
}
