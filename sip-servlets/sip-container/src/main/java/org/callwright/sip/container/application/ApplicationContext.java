package org.callwright.sip.container.application;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import javax.servlet.sip.TimerService;
import org.callwright.sip.container.SipLog;
import org.callwright.sip.container.replication.SipReplication;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.annotation.ConcurrencyControlMode;
import org.mobicents.servlet.sip.core.MobicentsSipServlet;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;
import org.mobicents.servlet.sip.core.SipContextEvent;
import org.mobicents.servlet.sip.core.SipContextEventType;
import org.mobicents.servlet.sip.core.SipListeners;
import org.mobicents.servlet.sip.core.SipManager;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletRequest;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletResponse;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSessionsUtil;
import org.mobicents.servlet.sip.core.session.SipSessionsUtilImpl;
import org.mobicents.servlet.sip.core.timers.ProxyTimerService;
import org.mobicents.servlet.sip.core.timers.ProxyTimerServiceImpl;
import org.mobicents.servlet.sip.core.timers.SipApplicationSessionTimerService;
import org.mobicents.servlet.sip.core.timers.StandardSipApplicationSessionTimerService;
import org.mobicents.servlet.sip.core.timers.TimerServiceImpl;
import org.mobicents.servlet.sip.listener.SipConnectorListener;
import org.mobicents.servlet.sip.message.SipFactoryFacade;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/**
 * A deployed application. {@link #start} publishes the SIP services in the servlet context, makes listeners and
 * load-on-startup servlets; {@link #stop} destroys them and takes the services back; {@link #close} ends the timers.
 * In between the core calls in around every message: class loader and naming by enter/exitSipContext, the session lock
 * by enter/exitSipApp.
 */
public final class ApplicationContext extends DeclaredContext {
    /**
     * Name of a servlet context attribute by which an application can be asked, at each request that would begin a
     * dialog, whether it has more to do than it can: a {@link BooleanSupplier}. While it says so the container answers
     * 503 without troubling it.
     */
    public static final String OVERLOADED = "org.callwright.sip.overloaded";

    private final ApplicationHost host;
    private final SipApplicationDispatcher dispatcher;
    private final SipReplication replication;
    private final SessionManager sessions;
    private final ListenerHolder listeners;
    private final Map<String, MobicentsSipServlet> servlets = new LinkedHashMap<>();
    private final SipFactoryFacade factory;
    private final SipSessionsUtilImpl sessionsUtil;
    private final TimerServiceImpl timers;
    private final ProxyTimerServiceImpl proxyTimers;
    private final StandardSipApplicationSessionTimerService expiryTimers;
    private final SessionLocks locks = new SessionLocks();
    private final ThreadLocal<Deque<ApplicationHost.Scope>> scopes = new ThreadLocal<>();

    public ApplicationContext(SipApplication application, ApplicationHost host, SipApplicationDispatcher dispatcher,
            SipReplication replication) {
        super(application);
        this.host = host;
        this.dispatcher = dispatcher;
        this.replication = replication;
        SipFactoryImpl coreFactory = (SipFactoryImpl) dispatcher.getSipFactory();
        sessions = new SessionManager(replication.createSessions(), this, coreFactory);
        listeners = new ListenerHolder(this, host);
        factory = new SipFactoryFacade(coreFactory, this);
        sessionsUtil = new SipSessionsUtilImpl(this);
        timers = new TimerServiceImpl(dispatcher.getSipService(), application.name());
        proxyTimers = new ProxyTimerServiceImpl(application.name());
        expiryTimers = new StandardSipApplicationSessionTimerService(application.name());
        timers.start();
        proxyTimers.start();
        expiryTimers.start();
        application.servlets().forEach(servlet -> servlets.put(servlet.name(), new ServletHolder(servlet, host)));
    }

    /** Makes the application ready for its first message. */
    public void start() throws Exception {
        ServletContext context = host.servletContext();
        context.setAttribute(SipServlet.SIP_FACTORY, factory);
        context.setAttribute(SipServlet.TIMER_SERVICE, timers);
        context.setAttribute(SipServlet.SIP_SESSIONS_UTIL, sessionsUtil);
        context.setAttribute(SipServlet.OUTBOUND_INTERFACES, dispatcher.getOutboundInterfaces());
        context.setAttribute(SipServlet.SUPPORTED, Arrays.asList(dispatcher.getExtensionsSupported()));
        context.setAttribute(SipServlet.SUPPORTED_RFCs, Arrays.asList(dispatcher.getRfcSupported()));
        context.setAttribute("javax.servlet.sip.100rel", Boolean.TRUE);
        listeners.load(declaration.listeners());
        try (ApplicationHost.Scope scope = host.enter()) {
            for (ServletContextListener listener : listeners.getServletContextListeners()) {
                listener.contextInitialized(new ServletContextEvent(context));
            }
        }
        for (MobicentsSipServlet servlet : servletsToLoad()) {
            servlet.allocate();
        }
    }

    /** Lets the application say goodbye while its sessions still live: listeners and servlets are told that it ends. */
    public void farewell() {
        ServletContext context = host.servletContext();
        try (ApplicationHost.Scope scope = host.enter()) {
            for (ServletContextListener listener : listeners.getServletContextListeners()) {
                listener.contextDestroyed(new ServletContextEvent(context));
            }
        } catch (RuntimeException e) {
            SipLog.ROOT.releaseFailed(declaration.name(), e);
        }
        servlets.values().forEach(servlet -> ((ServletHolder) servlet).destroy());
    }

    /** Lets everything of the application go; sessions have been ended before. */
    public void stop() {
        ServletContext context = host.servletContext();
        listeners.release();
        List.of(SipServlet.SIP_FACTORY, SipServlet.TIMER_SERVICE, SipServlet.SIP_SESSIONS_UTIL,
                SipServlet.OUTBOUND_INTERFACES, SipServlet.SUPPORTED, SipServlet.SUPPORTED_RFCs,
                "javax.servlet.sip.100rel", ConcurrencyControlMode.class.getCanonicalName())
                .forEach(context::removeAttribute);
    }

    /** Ends the timer threads; the context is of no use afterwards. */
    public void close() {
        timers.stop();
        proxyTimers.stop();
        expiryTimers.stop();
    }

    /** Whether a servlet of this application could answer requests of that method by code of its own. */
    public boolean answers(String method) throws ClassNotFoundException {
        for (MobicentsSipServlet servlet : servlets.values()) {
            boolean reachable = !isMainServlet() || servlet.getName().equals(getMainServlet());
            if (reachable && ServletMethods.overridden(((ServletHolder) servlet).type(), method)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the application says by {@link #OVERLOADED} that it has more to do than it can. */
    public boolean overloaded() {
        return host.servletContext().getAttribute(OVERLOADED) instanceof BooleanSupplier busy && busy.getAsBoolean();
    }

    public int applicationSessions() {
        return sessions.applicationSessions();
    }

    public int sipSessions() {
        return sessions.sipSessions();
    }

    private List<MobicentsSipServlet> servletsToLoad() {
        return servlets.values().stream().filter(servlet -> servlet.getLoadOnStartup() >= 0)
                .sorted(Comparator.comparingInt(MobicentsSipServlet::getLoadOnStartup)).toList();
    }

    @Override
    public boolean notifySipContextListeners(SipContextEvent event) {
        try (ApplicationHost.Scope scope = host.enter()) {
            locks.enter(null, false, true);
            if (event.getEventType() == SipContextEventType.SERVLET_INITIALIZED) {
                servletsInitialized();
            } else {
                connectorChanged(event);
            }
            return true;
        } finally {
            locks.exit();
        }
    }

    private void servletsInitialized() {
        for (MobicentsSipServlet servlet : servletsToLoad()) {
            Object instance = ((ServletHolder) servlet).instance().orElseThrow();
            for (SipServletListener listener : listeners.getSipServletsListeners()) {
                listener.servletInitialized(new SipServletContextEvent(host.servletContext(),
                        (SipServlet) instance));
            }
        }
    }

    private void connectorChanged(SipContextEvent event) {
        SipConnector connector = (SipConnector) event.getEventObject();
        for (SipConnectorListener listener : listeners.getSipConnectorListeners()) {
            if (event.getEventType() == SipContextEventType.SIP_CONNECTOR_ADDED) {
                listener.sipConnectorAdded(connector);
            } else {
                listener.sipConnectorRemoved(connector);
            }
        }
    }

    @Override
    public void enterSipContext() {
        Deque<ApplicationHost.Scope> stack = scopes.get();
        if (stack == null) {
            stack = new ArrayDeque<>();
            scopes.set(stack);
        }
        stack.push(host.enter());
    }

    @Override
    public void exitSipContext(ClassLoader previous) {
        Deque<ApplicationHost.Scope> stack = scopes.get();
        if (stack != null) {
            stack.pop().close();
            if (stack.isEmpty()) {
                scopes.remove();
            }
        }
        Thread.currentThread().setContextClassLoader(previous);
    }

    @Override
    public void enterSipApp(MobicentsSipApplicationSession session, MobicentsSipSession sipSession,
            boolean onlyWhenInside, boolean containerManaged) {
        locks.enter(session, onlyWhenInside, containerManaged);
    }

    @Override
    public void exitSipApp(MobicentsSipApplicationSession session, MobicentsSipSession sipSession) {
        locks.exit();
    }

    @Override
    public boolean enterSipAppHa(boolean startCacheActivity) {
        return false;
    }

    @Override
    public void exitSipAppHa(MobicentsSipServletRequest request, MobicentsSipServletResponse response,
            boolean batchStarted) {
        MobicentsSipSession session = request != null ? request.getSipSession()
                : response != null ? response.getSipSession() : null;
        if (session != null) {
            replication.messageHandled(session);
        }
    }

    @Override
    public String getApplicationNameHashed() {
        return dispatcher.getHashFromApplicationName(declaration.name());
    }

    @Override
    public boolean hasDistributableManager() {
        return false;
    }

    @Override
    public SipListeners getListeners() {
        return listeners;
    }

    @Override
    public SipManager getSipManager() {
        return sessions;
    }

    @Override
    public SipApplicationDispatcher getSipApplicationDispatcher() {
        return dispatcher;
    }

    @Override
    public SipFactory getSipFactoryFacade() {
        return factory;
    }

    @Override
    public MobicentsSipSessionsUtil getSipSessionsUtil() {
        return sessionsUtil;
    }

    @Override
    public TimerService getTimerService() {
        return timers;
    }

    @Override
    public ProxyTimerService getProxyTimerService() {
        return proxyTimers;
    }

    @Override
    public SipApplicationSessionTimerService getSipApplicationSessionTimerService() {
        return expiryTimers;
    }

    @Override
    public ServletContext getServletContext() {
        return host.servletContext();
    }

    @Override
    public String getPath() {
        return host.servletContext().getContextPath();
    }

    @Override
    public MobicentsSipServlet findSipServletByClassName(String className) {
        return servlets.values().stream().filter(servlet -> ((ServletHolder) servlet).className().equals(className))
                .findFirst().orElse(null);
    }

    @Override
    public MobicentsSipServlet findSipServletByName(String name) {
        return name == null ? null : servlets.get(name);
    }

    @Override
    public ClassLoader getSipContextClassLoader() {
        return host.classLoader();
    }

    @Override
    public Map<String, MobicentsSipServlet> getChildrenMap() {
        return servlets;
    }

    /** Draining is the container's: see its suspend. */
    @Override
    public void stopGracefully(long milliseconds) {
        throw new UnsupportedOperationException("the container drains, not the application");
    }

    @Override
    public boolean isStoppingGracefully() {
        return false;
    }
}
