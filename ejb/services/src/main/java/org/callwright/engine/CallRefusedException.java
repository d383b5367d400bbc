package org.callwright.engine;

/** A call can't be placed now: no SIP, too many calls, or the engine is stopping. The message may be shown to users. */
public class CallRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CallRefusedException(String message) {
        super(message);
    }
}
