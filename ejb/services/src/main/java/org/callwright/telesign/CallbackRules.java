package org.callwright.telesign;

import java.time.Duration;
import org.callwright.callbacks.DeliveryRules;
import org.callwright.settings.TelesignSettings;

/** The dialect's own: 200 is an arrival and nothing else is; pauses grow by the same step each time. */
record CallbackRules(TelesignSettings.Callbacks settings) implements DeliveryRules {

    private static final int IN_FLIGHT = 64;
    private static final Duration SLACK = Duration.ofSeconds(5);

    @Override
    public boolean arrived(int status) {
        return status == 200;
    }

    @Override
    public int attempts() {
        return settings.attempts();
    }

    @Override
    public Duration pauseAfter(int failures) {
        return settings.pause().multipliedBy(failures);
    }

    @Override
    public int inFlight() {
        return IN_FLIGHT;
    }

    @Override
    public Duration lease() {
        return settings.timeout().plus(SLACK);
    }
}
