package org.callwright.call.value;

import java.util.Optional;

/**
 * That an application wants to know who answers its call.
 *
 * @param waits whether it is asked for its document only when that is known
 * @param callback told the result of a detection that nobody waits for
 */
public record DetectionOrder(MachineDetection detection, boolean waits, Optional<WebTarget> callback) {
}
