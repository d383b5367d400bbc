package org.callwright.settings;

import java.time.Duration;
import java.util.Map;

/**
 * How the TMS dialect works. Rates and calls at once are those of one server.
 *
 * @param repeatWindow CALLWRIGHT_TMS_REPEAT_SECONDS: for how long the same request again gives the same message; 0:
 *     never
 * @param limit CALLWRIGHT_TMS_LIMIT_HOURS: after which who has no result is inconclusive
 * @param ring CALLWRIGHT_TMS_RING_SECONDS
 * @param rate CALLWRIGHT_TMS_RATE: attempts a second, of all accounts; 0: no limit
 * @param concurrent CALLWRIGHT_TMS_CONCURRENT: calls at once, of all accounts
 * @param accountRate CALLWRIGHT_TMS_ACCOUNT_RATE: attempts a second of one account; 0: no limit
 * @param accountConcurrent CALLWRIGHT_TMS_ACCOUNT_CONCURRENT: calls at once of one account
 * @param language CALLWRIGHT_TMS_LANGUAGE: that texts are spoken in, a lower-case tag
 * @param voice CALLWRIGHT_TMS_VOICE: {@code woman} (default) or {@code man}
 */
public record TmsSettings(
        Duration repeatWindow,
        Duration limit,
        Duration ring,
        int rate,
        int concurrent,
        int accountRate,
        int accountConcurrent,
        String language,
        String voice) {

    public static TmsSettings fromEnvironment(Map<String, String> env) {
        Environment read = new Environment(env);
        return new TmsSettings(
                read.seconds("CALLWRIGHT_TMS_REPEAT_SECONDS", 10, 0, 86_400),
                Duration.ofHours(read.integer("CALLWRIGHT_TMS_LIMIT_HOURS", 4, 1, 720)),
                read.seconds("CALLWRIGHT_TMS_RING_SECONDS", 60, 1, 600),
                read.integer("CALLWRIGHT_TMS_RATE", 20, 0, 10_000),
                read.integer("CALLWRIGHT_TMS_CONCURRENT", 300, 1, 100_000),
                read.integer("CALLWRIGHT_TMS_ACCOUNT_RATE", 10, 0, 10_000),
                read.integer("CALLWRIGHT_TMS_ACCOUNT_CONCURRENT", 200, 1, 100_000),
                read.text("CALLWRIGHT_TMS_LANGUAGE", "en-us"),
                read.choice("CALLWRIGHT_TMS_VOICE", "woman", "man"));
    }
}
