package org.callwright.sip.container.application;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.List;
import org.callwright.sip.container.SipLog;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.session.SipListenersHolder;

/** The listeners of an application. A servlet that is a listener too is one instance, not two (JSR 289, section 8). */
final class ListenerHolder extends SipListenersHolder {
    private final ApplicationHost host;
    private final List<ApplicationHost.Managed> managed = new ArrayList<>();

    ListenerHolder(SipContext context, ApplicationHost host) {
        super(context);
        this.host = host;
    }

    void load(List<String> classNames) throws Exception {
        for (String className : classNames) {
            addListenerToBunch(listener(className));
        }
    }

    private EventListener listener(String className) throws Exception {
        ServletHolder servlet = (ServletHolder) sipContext.findSipServletByClassName(className);
        if (servlet != null) {
            Servlet instance = servlet.allocate();
            if (instance instanceof EventListener listener) {
                return listener;
            }
            throw new ServletException(className + " is declared as a listener but implements no listener interface");
        }
        try (ApplicationHost.Scope scope = host.enter()) {
            ApplicationHost.Managed made = host.newInstance(Class.forName(className, true, host.classLoader()));
            managed.add(made);
            return (EventListener) made.instance();
        }
    }

    void release() {
        clean();
        for (ApplicationHost.Managed listener : managed) {
            try (ApplicationHost.Scope scope = host.enter()) {
                listener.release().run();
            } catch (RuntimeException e) {
                SipLog.ROOT.releaseFailed(listener.instance().getClass().getName(), e);
            }
        }
        managed.clear();
    }

    /** The core never loads listeners itself here; {@link #load} did it when the application started. */
    @Override
    public boolean loadListeners(String[] listeners, ClassLoader classLoader) {
        return true;
    }
}
