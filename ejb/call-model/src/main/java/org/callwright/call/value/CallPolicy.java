package org.callwright.call.value;

import java.time.Duration;

/**
 * Operator's choices that a session takes along for its life.
 *
 * @param recordRequestsCurrentDocument whether a Record without action requests the current document again
 * @param maxCallLength after which a call is hung up, whatever it does
 * @param maxDocuments documents that one call may fetch before it is taken for a loop and ended
 */
public record CallPolicy(boolean recordRequestsCurrentDocument, Duration maxCallLength, int maxDocuments) {

    public static final CallPolicy DEFAULT = new CallPolicy(true, Duration.ofHours(4), 10_000);
}
