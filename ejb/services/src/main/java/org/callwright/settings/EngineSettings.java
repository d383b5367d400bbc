package org.callwright.settings;

import java.time.Duration;
import java.util.Map;

/**
 * How the call engine works.
 *
 * @param maxCalls CALLWRIGHT_MAX_CALLS: calls under way at once; one more is answered 503
 * @param workers CALLWRIGHT_ENGINE_THREADS: threads that run transitions and effects
 * @param maxCallLength CALLWRIGHT_MAX_CALL_SECONDS: after which a call is hung up
 * @param mediaInactivity CALLWRIGHT_RTP_INACTIVITY_SECONDS: silence of a peer's RTP and RTCP that ends its
 *     call; 0: never
 * @param maxDocuments CALLWRIGHT_MAX_DOCUMENTS: that one call may fetch before it is taken for a loop and ended
 * @param stopLimit CALLWRIGHT_STOP_SECONDS: what calls get to end in when the application stops
 */
public record EngineSettings(
        int maxCalls, int workers, Duration maxCallLength, Duration mediaInactivity, int maxDocuments,
        Duration stopLimit) {

    public static EngineSettings fromEnvironment(Map<String, String> env) {
        Environment read = new Environment(env);
        return new EngineSettings(
                read.integer("CALLWRIGHT_MAX_CALLS", 2_000, 1, 1_000_000),
                read.integer("CALLWRIGHT_ENGINE_THREADS",
                        Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), 1, 512),
                read.seconds("CALLWRIGHT_MAX_CALL_SECONDS", 14_400, 1, 604_800),
                read.seconds("CALLWRIGHT_RTP_INACTIVITY_SECONDS", 60, 0, 86_400),
                read.integer("CALLWRIGHT_MAX_DOCUMENTS", 10_000, 1, 1_000_000),
                read.seconds("CALLWRIGHT_STOP_SECONDS", 5, 0, 300));
    }
}
