package org.callwright.engine.core;

import java.time.Duration;
import org.callwright.call.value.CallPolicy;

/**
 * What an engine is made with.
 *
 * @param instanceId {@code ID} and 32 hexadecimal digits, see {@link InstanceId}
 * @param policy given to each new session
 * @param maxCalls calls under way at once
 * @param stopLimit what calls get to end in when SIP detaches or the engine stops
 */
public record EngineConfig(String instanceId, CallPolicy policy, int maxCalls, Duration stopLimit) {
}
