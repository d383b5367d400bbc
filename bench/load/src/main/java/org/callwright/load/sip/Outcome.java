package org.callwright.load.sip;

/**
 * What became of one call.
 *
 * @param index of the call in the run, from 0
 * @param phase index of the phase it was placed in
 * @param dueMicros when it was due, from the begin of the run
 * @param status of the final answer; 0 when none came
 * @param answerMicros from when it was due to the final answer; the generator's own lateness is in it
 * @param retryAfter whether a refusal said when to come back
 * @param ended whether an answered call came to its end by BYE and 200 in time
 * @param retransmissions of our requests
 */
public record Outcome(int index, int phase, long dueMicros, int status, long answerMicros, boolean retryAfter,
        boolean ended, int retransmissions) {

    public boolean answered() {
        return status >= 200 && status < 300;
    }

    /** Answered and brought to its end. */
    public boolean good() {
        return answered() && ended;
    }

    /** Refused as an overloaded server should: 503 with Retry-After. */
    public boolean refused() {
        return status == 503 && retryAfter;
    }
}
