package org.callwright.sip.extension.deployment;

import java.util.function.Supplier;
import org.callwright.sip.container.SipContainer;
import org.callwright.sip.container.SipContainerException;
import org.callwright.sip.container.SipDeployment;
import org.callwright.sip.extension.SipExtensionLog;
import org.jboss.msc.Service;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StartException;
import org.jboss.msc.service.StopContext;

/**
 * Holds the application's place in the container, from before its web application starts until after it has stopped.
 */
final class SipApplicationService implements Service {
    private final SipUnit unit;
    private final WebApplicationHost host;
    private final Supplier<SipContainer> container;

    SipApplicationService(SipUnit unit, WebApplicationHost host, Supplier<SipContainer> container) {
        this.unit = unit;
        this.host = host;
        this.container = container;
    }

    @Override
    public void start(StartContext context) throws StartException {
        try {
            unit.deployment(container.get().prepare(unit.application(), host));
        } catch (SipContainerException e) {
            throw SipExtensionLog.ROOT.containerNotStarted(e.getMessage(), e);
        }
    }

    @Override
    public void stop(StopContext context) {
        SipDeployment deployment = unit.deployment();
        unit.deployment(null);
        deployment.close();
    }
}
