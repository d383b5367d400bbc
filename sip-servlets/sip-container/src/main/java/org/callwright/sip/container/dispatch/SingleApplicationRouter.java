package org.callwright.sip.container.dispatch;

import java.io.Serializable;
import java.util.List;
import java.util.Properties;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.ar.SipApplicationRouter;
import javax.servlet.sip.ar.SipApplicationRouterInfo;
import javax.servlet.sip.ar.SipApplicationRoutingDirective;
import javax.servlet.sip.ar.SipApplicationRoutingRegion;
import javax.servlet.sip.ar.SipRouteModifier;
import javax.servlet.sip.ar.SipTargetedRequestInfo;

/**
 * The application router of JSR 289 (section 15) for a container with one application: a request from the network goes
 * to it, a request it made itself goes out. There is no chain of applications to walk.
 */
public final class SingleApplicationRouter implements SipApplicationRouter {
    private volatile String application;

    @Override
    public SipApplicationRouterInfo getNextApplication(SipServletRequest request, SipApplicationRoutingRegion region,
            SipApplicationRoutingDirective directive, SipTargetedRequestInfo target, Serializable state) {
        boolean fromNetwork = directive == null || directive == SipApplicationRoutingDirective.NEW;
        String next = fromNetwork && request.getSession(false) == null ? application : null;
        return new SipApplicationRouterInfo(next, SipApplicationRoutingRegion.NEUTRAL_REGION,
                request.getFrom().getURI().toString(), null, SipRouteModifier.NO_ROUTE, null);
    }

    @Override
    public void applicationDeployed(List<String> names) {
        names.stream().findFirst().ifPresent(name -> application = name);
    }

    @Override
    public void applicationUndeployed(List<String> names) {
        if (names.contains(application)) {
            application = null;
        }
    }

    @Override
    public void init() {
        // nothing to read
    }

    @Override
    public void init(Properties properties) {
        init();
    }

    @Override
    public void destroy() {
        application = null;
    }
}
