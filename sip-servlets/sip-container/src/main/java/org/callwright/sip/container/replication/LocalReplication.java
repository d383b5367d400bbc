package org.callwright.sip.container.replication;

import gov.nist.javax.sip.SipStackImpl;
import java.util.Properties;
import javax.sip.PeerUnavailableException;
import javax.sip.SipStack;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.SipManagerDelegate;
import org.mobicents.servlet.sip.core.session.SipStandardManagerDelegate;

/** A single node: dialogs and sessions live and die with this process. */
public final class LocalReplication implements SipReplication {

    @Override
    public SipStack createStack(Properties properties) throws PeerUnavailableException {
        return new SipStackImpl(properties);
    }

    @Override
    public SipManagerDelegate createSessions() {
        return new SipStandardManagerDelegate();
    }

    @Override
    public String stackPath() {
        return "gov.nist";
    }

    @Override
    public void messageHandled(MobicentsSipSession session) {
        // memory is all there is
    }
}
