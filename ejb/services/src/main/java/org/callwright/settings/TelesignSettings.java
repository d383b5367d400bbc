package org.callwright.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * How the TeleSign dialect works.
 *
 * @param skew CALLWRIGHT_TELESIGN_SKEW_SECONDS: how far the date of a signed request may be off; nonces are remembered
 *     for twice as long
 * @param sha1 CALLWRIGHT_TELESIGN_SHA1: {@code on} (default) or {@code off}, whether HMAC-SHA1 signatures are taken
 * @param statusLife CALLWRIGHT_TELESIGN_STATUS_SECONDS: for how long a status can be asked for after its last change
 * @param keep CALLWRIGHT_TELESIGN_KEEP_DAYS: after which a transaction is forgotten altogether
 * @param chances CALLWRIGHT_TELESIGN_PROMPT_CHANCES: to press the prompt's key
 * @param promptWait CALLWRIGHT_TELESIGN_PROMPT_SECONDS: to wait for the prompt's key
 * @param keyWait CALLWRIGHT_TELESIGN_KEY_SECONDS: to wait for keys after the message
 * @param ring CALLWRIGHT_TELESIGN_RING_SECONDS
 * @param customerRate CALLWRIGHT_TELESIGN_CUSTOMER_RATE: requests a second of one customer, twice as many at once; 0:
 *     no limit
 * @param destinationCalls CALLWRIGHT_TELESIGN_DESTINATION_CALLS: calls to one number within the next; 0: no limit
 * @param destinationWindow CALLWRIGHT_TELESIGN_DESTINATION_SECONDS
 * @param quietHours CALLWRIGHT_TELESIGN_QUIET_HOURS: when nobody is called for marketing, by the callee's clock;
 *     default {@code 21:00-08:00}, {@code none} for never
 * @param quietZone CALLWRIGHT_TELESIGN_QUIET_ZONE: the clock of callees whose time zone is not known
 * @param callerId CALLWRIGHT_TELESIGN_CALLER_ID: of customers who have none
 * @param callbacks how they are delivered
 */
public record TelesignSettings(
        Duration skew,
        boolean sha1,
        Duration statusLife,
        Duration keep,
        int chances,
        Duration promptWait,
        Duration keyWait,
        Duration ring,
        int customerRate,
        int destinationCalls,
        Duration destinationWindow,
        Optional<Quiet> quietHours,
        ZoneId quietZone,
        Optional<String> callerId,
        Callbacks callbacks) {

    /** A span of the day; it may reach over midnight. */
    public record Quiet(LocalTime from, LocalTime to) {

        public boolean contains(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }

    /**
     * How callbacks are delivered.
     *
     * @param attempts CALLWRIGHT_TELESIGN_CALLBACK_ATTEMPTS
     * @param pause CALLWRIGHT_TELESIGN_CALLBACK_PAUSE_MS: after the first attempt; twice that after the second, and so
     *     on
     * @param timeout CALLWRIGHT_TELESIGN_CALLBACK_TIMEOUT_MS: for the receiver's answer
     * @param httpsOnly CALLWRIGHT_TELESIGN_CALLBACK_HTTPS: {@code on}, or {@code off} (default) to take http too
     * @param bareSignature CALLWRIGHT_TELESIGN_CALLBACK_HEADER: what X-TS-Authorization has, {@code bare} (default) for
     *     the signature alone or {@code tsa} for all that Authorization has
     */
    public record Callbacks(
            int attempts, Duration pause, Duration timeout, boolean httpsOnly, boolean bareSignature) {
    }

    public static TelesignSettings fromEnvironment(Map<String, String> env) {
        Environment read = new Environment(env);
        return new TelesignSettings(
                read.seconds("CALLWRIGHT_TELESIGN_SKEW_SECONDS", 900, 1, 86_400),
                read.choice("CALLWRIGHT_TELESIGN_SHA1", "on", "off").equals("on"),
                read.seconds("CALLWRIGHT_TELESIGN_STATUS_SECONDS", 43_200, 1, 31_536_000),
                Duration.ofDays(read.integer("CALLWRIGHT_TELESIGN_KEEP_DAYS", 30, 1, 3_650)),
                read.integer("CALLWRIGHT_TELESIGN_PROMPT_CHANCES", 2, 1, 10),
                read.seconds("CALLWRIGHT_TELESIGN_PROMPT_SECONDS", 10, 1, 120),
                read.seconds("CALLWRIGHT_TELESIGN_KEY_SECONDS", 5, 1, 120),
                read.seconds("CALLWRIGHT_TELESIGN_RING_SECONDS", 60, 1, 600),
                read.integer("CALLWRIGHT_TELESIGN_CUSTOMER_RATE", 100, 0, 1_000_000),
                read.integer("CALLWRIGHT_TELESIGN_DESTINATION_CALLS", 20, 0, 1_000_000),
                read.seconds("CALLWRIGHT_TELESIGN_DESTINATION_SECONDS", 3_600, 1, 2_592_000),
                quiet("CALLWRIGHT_TELESIGN_QUIET_HOURS", read),
                zone("CALLWRIGHT_TELESIGN_QUIET_ZONE", read),
                read.optional("CALLWRIGHT_TELESIGN_CALLER_ID"),
                new Callbacks(
                        read.integer("CALLWRIGHT_TELESIGN_CALLBACK_ATTEMPTS", 4, 1, 100),
                        read.millis("CALLWRIGHT_TELESIGN_CALLBACK_PAUSE_MS", 5_000, 1, 86_400_000),
                        read.millis("CALLWRIGHT_TELESIGN_CALLBACK_TIMEOUT_MS", 5_000, 1, 600_000),
                        read.choice("CALLWRIGHT_TELESIGN_CALLBACK_HTTPS", "off", "on").equals("on"),
                        read.choice("CALLWRIGHT_TELESIGN_CALLBACK_HEADER", "bare", "tsa").equals("bare")));
    }

    private static Optional<Quiet> quiet(String key, Environment read) {
        String text = read.text(key, "21:00-08:00");
        if (text.equals("none")) {
            return Optional.empty();
        }
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                return Optional.of(new Quiet(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())));
            }
        } catch (DateTimeException e) {
            throw new SettingsException(key, text, "want two times such as 21:00-08:00, or none");
        }
        throw new SettingsException(key, text, "want two times such as 21:00-08:00, or none");
    }

    private static ZoneId zone(String key, Environment read) {
        String text = read.text(key, "UTC");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new SettingsException(key, text, "want a time zone such as UTC or Europe/Paris");
        }
    }
}
