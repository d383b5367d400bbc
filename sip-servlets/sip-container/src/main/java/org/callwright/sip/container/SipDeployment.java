package org.callwright.sip.container;

import javax.servlet.sip.SipFactory;
import javax.servlet.sip.TimerService;
import org.mobicents.javax.servlet.sip.SipSessionsUtilExt;

/**
 * An application's place in the container. Its services can be looked up and injected from the moment it is prepared;
 * it gets messages between {@link #start} and {@link #stop}, which may be repeated; after {@link #close} the place is
 * free for another application.
 */
public interface SipDeployment extends AutoCloseable {

    SipFactory factory();

    TimerService timers();

    SipSessionsUtilExt sessions();

    /**
     * Makes listeners and load-on-startup servlets and lets messages in.
     *
     * @throws SipContainerException when one of them cannot be made; the application is stopped again
     */
    void start();

    /** Ends all sessions, destroys servlets and listeners. Idempotent. */
    void stop();

    /** Stops and gives the place free. Idempotent. */
    @Override
    void close();
}
