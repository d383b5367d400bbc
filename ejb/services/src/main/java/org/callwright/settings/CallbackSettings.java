package org.callwright.settings;

import java.time.Duration;
import java.util.Map;

/**
 * How callbacks are delivered.
 *
 * @param attempts CALLWRIGHT_CALLBACK_ATTEMPTS: after which a callback is given up
 * @param firstPause CALLWRIGHT_CALLBACK_RETRY_MS: after the first failure; each one after it is twice as long
 * @param longestPause CALLWRIGHT_CALLBACK_MAX_RETRY_MS
 * @param inFlight CALLWRIGHT_CALLBACK_IN_FLIGHT: callbacks under way at once
 * @param keepDead CALLWRIGHT_CALLBACK_KEEP_DAYS: after which those that were given up are removed
 * @param lease for how long a server has a callback to itself: the longest time that a request may take, and some
 */
public record CallbackSettings(
        int attempts, Duration firstPause, Duration longestPause, int inFlight, Duration keepDead,
        Duration lease) {

    private static final Duration SLACK = Duration.ofSeconds(5);

    public static CallbackSettings fromEnvironment(Map<String, String> env) {
        Environment read = new Environment(env);
        return new CallbackSettings(
                read.integer("CALLWRIGHT_CALLBACK_ATTEMPTS", 12, 1, 1_000),
                read.millis("CALLWRIGHT_CALLBACK_RETRY_MS", 2_000, 1, 86_400_000),
                read.millis("CALLWRIGHT_CALLBACK_MAX_RETRY_MS", 600_000, 1, 86_400_000),
                read.integer("CALLWRIGHT_CALLBACK_IN_FLIGHT", 64, 1, 10_000),
                Duration.ofDays(read.integer("CALLWRIGHT_CALLBACK_KEEP_DAYS", 30, 8, 3_650)),
                WebhookSettings.fromEnvironment(env).totalTimeout().plus(SLACK));
    }

    /** What to wait after so many failures. */
    public Duration pauseAfter(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 30));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
