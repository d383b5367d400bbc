package org.callwright.settings;

import java.time.Duration;
import java.util.Map;

/**
 * Limits of requests to applications.
 *
 * @param connectTimeout CALLWRIGHT_WEBHOOK_CONNECT_MS
 * @param readTimeout CALLWRIGHT_WEBHOOK_READ_MS: longest pause between two pieces of an answer
 * @param totalTimeout CALLWRIGHT_WEBHOOK_TIMEOUT_MS: from the wish to ask to the last byte, redirects included
 * @param maxInFlight CALLWRIGHT_WEBHOOK_IN_FLIGHT: requests at once to one destination
 * @param maxQueued CALLWRIGHT_WEBHOOK_QUEUE: requests that may wait for one destination
 * @param maxDocumentBytes CALLWRIGHT_WEBHOOK_MAX_BYTES: size of an answer
 */
public record WebhookSettings(
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout,
        int maxInFlight,
        int maxQueued,
        int maxDocumentBytes) {

    public static WebhookSettings fromEnvironment(Map<String, String> env) {
        Environment read = new Environment(env);
        return new WebhookSettings(
                read.millis("CALLWRIGHT_WEBHOOK_CONNECT_MS", 2_000, 1, 600_000),
                read.millis("CALLWRIGHT_WEBHOOK_READ_MS", 3_000, 1, 600_000),
                read.millis("CALLWRIGHT_WEBHOOK_TIMEOUT_MS", 6_000, 1, 600_000),
                read.integer("CALLWRIGHT_WEBHOOK_IN_FLIGHT", 64, 1, 10_000),
                read.integer("CALLWRIGHT_WEBHOOK_QUEUE", 512, 0, 100_000),
                read.integer("CALLWRIGHT_WEBHOOK_MAX_BYTES", 1_048_576, 1, 67_108_864));
    }
}
