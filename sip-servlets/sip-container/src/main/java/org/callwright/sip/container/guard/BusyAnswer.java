package org.callwright.sip.container.guard;

import gov.nist.javax.sip.header.RetryAfter;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.time.Duration;
import javax.sip.InvalidArgumentException;
import javax.sip.message.Response;

/**
 * The 503 with Retry-After that is given without a transaction (RFC 3261 section 8.2.7): its tag is the same for each
 * copy of a request.
 */
public final class BusyAnswer {
    private final RetryAfter retryAfter = new RetryAfter();

    /** @param retryAfter at least a second is told */
    public BusyAnswer(Duration retryAfter) {
        try {
            this.retryAfter.setRetryAfter((int) Math.max(1, retryAfter.toSeconds()));
        } catch (InvalidArgumentException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public SIPResponse to(SIPRequest request) {
        SIPResponse response = request.createResponse(Response.SERVICE_UNAVAILABLE);
        response.setToTag(Integer.toHexString(String.valueOf(request.getTopmostVia().getBranch()).hashCode()) + "-busy");
        response.setHeader((RetryAfter) retryAfter.clone());
        return response;
    }
}
