package org.callwright.sip.container;

import java.util.List;
import javax.sip.SipStack;
import org.callwright.sip.container.connector.Connector;
import org.callwright.sip.container.message.ContainerMessageFactory;
import org.mobicents.ha.javax.sip.ReplicationStrategy;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;
import org.mobicents.servlet.sip.core.SipService;
import org.mobicents.servlet.sip.core.message.OutboundProxy;

/** What the core asks its surroundings for. */
final class CoreService implements SipService {
    private final int workers;
    private SipApplicationDispatcher dispatcher;
    private volatile List<Connector> connectors = List.of();

    CoreService(int workers) {
        this.workers = workers;
    }

    void connectors(List<Connector> bound) {
        connectors = List.copyOf(bound);
    }

    @Override
    public SipApplicationDispatcher getSipApplicationDispatcher() {
        return dispatcher;
    }

    @Override
    public void setSipApplicationDispatcher(SipApplicationDispatcher value) {
        dispatcher = value;
    }

    @Override
    public SipStack getSipStack() {
        return dispatcher.getSipStack();
    }

    @Override
    public SipConnector findSipConnector(String transport) {
        return connectors.stream().map(Connector::description)
                .filter(connector -> connector.getTransport().equalsIgnoreCase(transport)).findFirst().orElse(null);
    }

    @Override
    public SipConnector[] findSipConnectors() {
        return connectors.stream().map(Connector::description).toArray(SipConnector[]::new);
    }

    @Override
    public int getDispatcherThreadPoolSize() {
        return workers;
    }

    /** Minutes; long timers of ended calls are dropped this often. */
    @Override
    public int getCanceledTimerTasksPurgePeriod() {
        return 1;
    }

    @Override
    public String getMobicentsSipServletMessageFactoryClassName() {
        return ContainerMessageFactory.class.getName();
    }

    @Override
    public void setMobicentsSipServletMessageFactoryClassName(String name) {
        throw new UnsupportedOperationException("the message factory is fixed");
    }

    @Override
    public boolean isHttpFollowsSip() {
        return false;
    }

    @Override
    public String getJvmRoute() {
        return null;
    }

    @Override
    public OutboundProxy getOutboundProxy() {
        return null;
    }

    @Override
    public boolean isDialogPendingRequestChecking() {
        return true;
    }

    @Override
    public boolean isMd5ContactUserPart() {
        return false;
    }

    @Override
    public ReplicationStrategy getReplicationStrategy() {
        return ReplicationStrategy.ConfirmedDialog;
    }

    @Override
    public int getTagHashMaxLength() {
        return 0;
    }

    @Override
    public int getCallIdMaxLength() {
        return 0;
    }

    @Override
    public String getDnsResolverClass() {
        return null;
    }

    /** Seconds. */
    @Override
    public int getDnsTimeout() {
        return 2;
    }

    @Override
    public String getProxyTimerServiceImplementationType() {
        return "Standard";
    }

    @Override
    public String getSasTimerServiceImplementationType() {
        return "Standard";
    }

    /** Draining is the container's: see its suspend. */
    @Override
    public void stopGracefully(long milliseconds) {
        throw new UnsupportedOperationException("use the container's suspend");
    }
}
