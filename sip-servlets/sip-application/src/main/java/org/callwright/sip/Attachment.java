package org.callwright.sip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.servlet.sip.SipFactory;
import org.callwright.engine.CallEngine;
import org.callwright.engine.port.SipPort;
import org.callwright.settings.Settings;

/** The tie between this application and the engine: made when the container has started us, undone when it lets us go. */
@ApplicationScoped
class Attachment {

    @Inject
    private CallEngine engine;

    @Inject
    private Legs legs;

    @Inject
    private Settings settings;

    private SipPort port;

    synchronized void attach(SipFactory factory) {
        port = new SipEffects(factory, engine, legs, settings.advertisedAddress());
        engine.attach(port);
        SipLog.LOG.attached();
    }

    /** Waits until the engine has ended its calls, at most as long as the operator allows. */
    synchronized void detach() {
        if (port != null) {
            engine.detach(port);
            port = null;
        }
    }
}
