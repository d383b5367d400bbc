package org.callwright.sip.container;

import javax.servlet.sip.SipFactory;
import javax.servlet.sip.TimerService;
import org.callwright.sip.container.application.ApplicationContext;
import org.callwright.sip.container.dispatch.CallDispatcher;
import org.mobicents.javax.servlet.sip.SipSessionsUtilExt;

/** Connects an application's context to the dispatcher and takes it off again. */
final class ContextDeployment implements SipDeployment {
    private final ApplicationContext context;
    private final CallDispatcher dispatcher;
    private final Runnable release;
    private boolean started;
    private boolean closed;

    ContextDeployment(ApplicationContext context, CallDispatcher dispatcher, Runnable release) {
        this.context = context;
        this.dispatcher = dispatcher;
        this.release = release;
    }

    @Override
    public SipFactory factory() {
        return context.getSipFactoryFacade();
    }

    @Override
    public TimerService timers() {
        return context.getTimerService();
    }

    @Override
    public SipSessionsUtilExt sessions() {
        return context.getSipSessionsUtil();
    }

    @Override
    public synchronized void start() {
        String name = context.getApplicationName();
        try {
            started = true;
            context.start();
            dispatcher.addSipApplication(name, context);
            dispatcher.applicationCame(context.answers("OPTIONS"), context::overloaded);
        } catch (Exception e) {
            stop();
            throw SipLog.ROOT.applicationFailed(name, String.valueOf(e.getMessage()), e);
        }
        SipLog.ROOT.deployed(name, context.isMainServlet() ? context.getMainServlet() : "-");
    }

    @Override
    public synchronized void stop() {
        if (started) {
            started = false;
            dispatcher.applicationLeaves();
            context.farewell();
            dispatcher.removeSipApplication(context.getApplicationName());
            context.stop();
            SipLog.ROOT.undeployed(context.getApplicationName());
        }
    }

    @Override
    public synchronized void close() {
        stop();
        if (!closed) {
            closed = true;
            context.close();
            release.run();
        }
    }
}
