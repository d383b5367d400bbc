package org.callwright.call.machine;

/**
 * How SIP is told that a call ends.
 *
 * @param status of the refusal, if the caller still waits for an answer
 * @param reason of the refusal
 * @param byeReason of the BYE, if the call was answered; may be empty
 */
record Refusal(int status, String reason, String byeReason) {

    static final Refusal UNAVAILABLE = new Refusal(480, "Temporarily Unavailable", "");
    /** The SIP side says after how long. */
    static final Refusal TRY_AGAIN = new Refusal(503, "Service Unavailable", "");
    static final Refusal NOT_FOUND = new Refusal(404, "Not Found", "");
    static final Refusal FORBIDDEN = new Refusal(403, "Forbidden", "");
    static final Refusal SETUP_PROBLEM = because(500, "Problem to setup the call");
    static final Refusal DOCUMENT_PROBLEM = because(500, "Problem_to_parse_downloaded_RCML");

    static Refusal because(int status, String reason) {
        return new Refusal(status, reason, reason);
    }
}
