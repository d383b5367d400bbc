package org.callwright.sip.container.dispatch;

import javax.servlet.sip.ar.SipApplicationRouter;
import javax.servlet.sip.ar.spi.SipApplicationRouterProvider;

/** How the core gets the router: it makes an instance of this class by the name in a system property. */
public class SingleApplicationRouterProvider extends SipApplicationRouterProvider {
    private final SipApplicationRouter router = new SingleApplicationRouter();

    @Override
    public SipApplicationRouter getSipApplicationRouter() {
        return router;
    }
}
