package org.callwright.sip.container;

import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import javax.sip.SipStack;
import org.callwright.sip.container.application.ApplicationContext;
import org.callwright.sip.container.application.ApplicationHost;
import org.callwright.sip.container.application.SipApplication;
import org.callwright.sip.container.connector.Connector;
import org.callwright.sip.container.connector.ConnectorConfig;
import org.callwright.sip.container.connector.Readers;
import org.callwright.sip.container.dispatch.CallDispatcher;
import org.callwright.sip.container.dispatch.SingleApplicationRouterProvider;
import org.callwright.sip.container.guard.BusyAnswer;
import org.callwright.sip.container.guard.GuardedParsers;
import org.callwright.sip.container.guard.SourceValve;
import org.callwright.sip.container.replication.LocalReplication;
import org.callwright.sip.container.replication.SipReplication;
import org.callwright.sip.container.statistics.SipStatistics;
import org.mobicents.ext.javax.sip.dns.DefaultDNSServerLocator;
import org.mobicents.servlet.sip.annotation.ConcurrencyControlMode;
import org.mobicents.servlet.sip.startup.StaticServiceHolder;

/**
 * The SIP servlet container. {@link #start} binds every connector (or fails with the name of the socket that is taken)
 * and answers from then on: OPTIONS with 200, everything else with 503 until an application is deployed.
 * {@link #suspend} refuses what would begin a new dialog and lets calls go on; {@link #resume} takes that back.
 * {@link #stop} frees sockets and threads; a stopped container is not started again, make a new one.
 *
 * <p>The core keeps a static reference to its service, so there is one running container per class loader.
 */
public final class SipContainer implements AutoCloseable {
    private static final String ROUTER_PROPERTY = "javax.servlet.sip.ar.spi.SipApplicationRouterProvider";

    private final SipContainerConfig config;
    private final SipReplication replication;
    private final SipStatistics statistics = new SipStatistics();
    private final BusyAnswer busy;
    private final List<Connector> connectors = new ArrayList<>();
    private CallDispatcher dispatcher;
    private Readers readers;
    private SipStack stack;
    private volatile ApplicationContext application;
    private SipDeployment deployment;

    public SipContainer(SipContainerConfig config) {
        this(config, new LocalReplication());
    }

    public SipContainer(SipContainerConfig config, SipReplication replication) {
        this.config = config;
        busy = new BusyAnswer(config.retryAfter());
        this.replication = replication;
    }

    /**
     * Binds the connectors and starts the threads.
     *
     * @throws SipContainerException when a socket cannot be bound or a container runs already; nothing is left behind
     */
    public synchronized void start() {
        if (StaticServiceHolder.sipStandardService != null) {
            throw SipLog.ROOT.alreadyRunning();
        }
        try {
            config.connectors().forEach(Connector::check);
            assemble();
            for (ConnectorConfig connector : config.connectors()) {
                connectors.add(Connector.bind(stack, connector.advertisedByDefault(config.advertisedAddress())));
            }
            ((CoreService) dispatcher.getSipService()).connectors(connectors);
            initialise();
            dispatcher.start();
            dispatcher.putInService();
            for (Connector connector : connectors) {
                connector.open(dispatcher);
            }
            SipLog.ROOT.started(config.workers());
        } catch (SipContainerException e) {
            release();
            throw e;
        } catch (Exception e) {
            release();
            throw SipLog.ROOT.cannotStart(e.getMessage(), e);
        }
    }

    /** Frees sockets and threads; an application that is still deployed is undeployed first. */
    public synchronized void stop() {
        if (dispatcher != null) {
            if (application != null) {
                deployment.close();
            }
            release();
            SipLog.ROOT.stopped();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Takes the one place for an application of this container; the application gets no message yet.
     *
     * @throws SipContainerException when the place is taken or the declaration names a servlet it does not have
     */
    public synchronized SipDeployment prepare(SipApplication declaration, ApplicationHost host) {
        if (dispatcher == null) {
            throw SipLog.ROOT.notRunning();
        }
        if (application != null) {
            throw SipLog.ROOT.applicationPresent(application.getApplicationName());
        }
        declaration.mainServlet().filter(main -> declaration.servlets().stream()
                .noneMatch(servlet -> servlet.name().equals(main))).ifPresent(main -> {
                    throw SipLog.ROOT.unknownServlet(declaration.name(), main);
                });
        application = new ApplicationContext(declaration, host, dispatcher, replication);
        deployment = new ContextDeployment(application, dispatcher, this::placeFree);
        return deployment;
    }

    /** Prepares and starts an application in one go; nothing of it is left when that fails. */
    public SipDeployment deploy(SipApplication declaration, ApplicationHost host) {
        SipDeployment prepared = prepare(declaration, host);
        try {
            prepared.start();
            return prepared;
        } catch (SipContainerException e) {
            prepared.close();
            throw e;
        }
    }

    /** Refuses requests outside a dialog with 503 and Retry-After; calls go on. Idempotent. */
    public synchronized void suspend() {
        if (dispatcher != null && !dispatcher.draining()) {
            dispatcher.drain(true);
            SipLog.ROOT.draining(activeApplicationSessions());
        }
    }

    /** Admits new dialogs again. Idempotent. */
    public synchronized void resume() {
        if (dispatcher != null && dispatcher.draining()) {
            dispatcher.drain(false);
            SipLog.ROOT.accepting();
        }
    }

    public boolean isSuspended() {
        CallDispatcher running = dispatcher;
        return running != null && running.draining();
    }

    public SipStatistics statistics() {
        return statistics;
    }

    public int activeApplicationSessions() {
        return Optional.ofNullable(application).map(ApplicationContext::applicationSessions).orElse(0);
    }

    public int activeSipSessions() {
        return Optional.ofNullable(application).map(ApplicationContext::sipSessions).orElse(0);
    }

    /** Client and server transactions the stack holds. */
    public int activeTransactions() {
        SIPTransactionStack running = (SIPTransactionStack) stack;
        return running == null ? 0 : running.getClientTransactionTableSize() + running.getServerTransactionTableSize();
    }

    /** Messages waiting for a worker. */
    public int waitingMessages() {
        CallDispatcher running = dispatcher;
        return running == null ? 0 : running.waiting();
    }

    /** The name of the deployed application. */
    public Optional<String> applicationName() {
        return Optional.ofNullable(application).map(ApplicationContext::getApplicationName);
    }

    private void placeFree() {
        application = null;
        deployment = null;
    }

    private void assemble() throws Exception {
        // the core registers an MBean with the first server it finds
        ManagementFactory.getPlatformMBeanServer();
        CoreService service = new CoreService(config.workers());
        StaticServiceHolder.sipStandardService = service;
        readers = new Readers(this::overloaded, busy);
        dispatcher = new CallDispatcher(config, statistics);
        service.setSipApplicationDispatcher(dispatcher);
        dispatcher.setSipService(service);
        dispatcher.getSipFactory().initialize(replication.stackPath(), false);
        dispatcher.setDomain("org.callwright.sip");
        dispatcher.setDNSServerLocator(new DefaultDNSServerLocator());
        dispatcher.setDNSTimeout(service.getDnsTimeout());
        stack = replication.createStack(StackProperties.create());
        guard((SIPTransactionStack) stack);
    }

    /** Before the first socket is made, as each takes its parser and its reader from the factories. */
    private void guard(SIPTransactionStack guarded) {
        guarded.setMessageParserFactory(new GuardedParsers());
        guarded.setMessageProcessorFactory(readers);
        guarded.sipMessageValves.add(
                new SourceValve(config.sourceLimit(), guarded, statistics, busy));
    }

    /** Asked by the readers of datagrams before they let a new call in. */
    private boolean overloaded() {
        return dispatcher.turnsAway(readers.oldestWait());
    }

    private void initialise() {
        SipContainerConfig.Timers timers = config.timers();
        dispatcher.setBaseTimerInterval((int) timers.t1().toMillis());
        dispatcher.setT2Interval((int) timers.t2().toMillis());
        dispatcher.setT4Interval((int) timers.t4().toMillis());
        dispatcher.setTimerDInterval((int) timers.d().toMillis());
        dispatcher.setConcurrencyControlMode(ConcurrencyControlMode.SipApplicationSession);
        dispatcher.setBypassRequestExecutor(true);
        dispatcher.setBypassResponseExecutor(true);
        dispatcher.setSipStack(stack);
        String previous = System.getProperty(ROUTER_PROPERTY);
        System.setProperty(ROUTER_PROPERTY, SingleApplicationRouterProvider.class.getName());
        try {
            dispatcher.init();
        } finally {
            if (previous == null) {
                System.clearProperty(ROUTER_PROPERTY);
            } else {
                System.setProperty(ROUTER_PROPERTY, previous);
            }
        }
        ((ThreadPoolExecutor) dispatcher.getAsynchronousExecutor()).prestartAllCoreThreads();
    }

    private void release() {
        connectors.forEach(connector -> connector.close(dispatcher));
        connectors.clear();
        try {
            boolean stackHandedOver = dispatcher != null && dispatcher.getSipStack() != null;
            if (dispatcher != null) {
                dispatcher.stop();
            }
            if (stack != null && !stackHandedOver) {
                stack.stop();
            }
        } catch (RuntimeException e) {
            SipLog.ROOT.releaseFailed("the SIP stack", e);
        }
        stack = null;
        dispatcher = null;
        StaticServiceHolder.sipStandardService = null;
    }
}
