package org.callwright.sip.container.replication;

import java.util.Properties;
import javax.sip.PeerUnavailableException;
import javax.sip.SipStack;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.SipManagerDelegate;

/**
 * What a clustered container does differently, and nothing else: the stack that finds a dialog in a cache when it is
 * not in memory, the session store that rebuilds a session on a miss, and the moment at which a session is complete
 * enough to be written.
 */
public interface SipReplication {

    /** The stack, made with the given properties; a clustered one looks dialogs up in its cache. */
    SipStack createStack(Properties properties) throws PeerUnavailableException;

    /** The store of SIP application sessions and SIP sessions of one application. */
    SipManagerDelegate createSessions();

    /** The path name under which the core finds the implementation classes of the stack. */
    String stackPath();

    /** A message of this session has been handled completely; called on the thread that holds the session's lock. */
    void messageHandled(MobicentsSipSession session);
}
