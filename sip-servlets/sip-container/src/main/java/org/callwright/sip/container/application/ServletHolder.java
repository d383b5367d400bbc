package org.callwright.sip.container.application;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import org.callwright.sip.container.SipLog;
import org.callwright.sip.container.application.SipApplication.ServletDeclaration;
import org.mobicents.servlet.sip.core.MobicentsSipServlet;

/** One servlet of an application: made and initialised at its first use, shared by all threads, destroyed once. */
final class ServletHolder implements MobicentsSipServlet, ServletConfig {
    private final ServletDeclaration declaration;
    private final ApplicationHost host;
    private ApplicationHost.Managed managed;

    ServletHolder(ServletDeclaration declaration, ApplicationHost host) {
        this.declaration = declaration;
        this.host = host;
    }

    @Override
    public synchronized Servlet allocate() throws ServletException {
        if (managed == null) {
            try (ApplicationHost.Scope scope = host.enter()) {
                ApplicationHost.Managed made = host.newInstance(type());
                ((Servlet) made.instance()).init(this);
                managed = made;
            } catch (ServletException e) {
                throw e;
            } catch (Exception e) {
                throw new ServletException("SIP servlet " + getName() + " could not be made", e);
            }
        }
        return (Servlet) managed.instance();
    }

    @Override
    public void deallocate(Servlet servlet) {
        // shared until destroy
    }

    synchronized void destroy() {
        if (managed != null) {
            try (ApplicationHost.Scope scope = host.enter()) {
                ((Servlet) managed.instance()).destroy();
                managed.release().run();
            } catch (RuntimeException e) {
                SipLog.ROOT.releaseFailed(getName(), e);
            }
            managed = null;
        }
    }

    /** The instance, once the servlet has been used. */
    synchronized Optional<Object> instance() {
        return Optional.ofNullable(managed).map(ApplicationHost.Managed::instance);
    }

    Class<?> type() throws ClassNotFoundException {
        return Class.forName(declaration.className(), true, host.classLoader());
    }

    String className() {
        return declaration.className();
    }

    @Override
    public String getName() {
        return declaration.name();
    }

    @Override
    public int getLoadOnStartup() {
        return declaration.loadOnStartup();
    }

    @Override
    public boolean isUnavailable() {
        return false;
    }

    @Override
    public String getServletName() {
        return declaration.name();
    }

    @Override
    public ServletContext getServletContext() {
        return host.servletContext();
    }

    @Override
    public String getInitParameter(String name) {
        return declaration.parameters().get(name);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return Collections.enumeration(declaration.parameters().keySet());
    }
}
