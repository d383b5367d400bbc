package org.callwright.sip.extension.deployment;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ListenerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Starts the SIP side of an application when its servlet context is there and stops it when the context goes. A servlet
 * that cannot be made thereby fails the deployment.
 */
public final class WebStarter implements ServletExtension, ServletContextListener {
    private final SipUnit unit;
    private final WebApplicationHost host;

    WebStarter(SipUnit unit, WebApplicationHost host) {
        this.unit = unit;
        this.host = host;
    }

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        host.introspecter(deployment.getClassIntrospecter());
        deployment.addListener(new ListenerInfo(WebStarter.class, new ImmediateInstanceFactory<>(this)));
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        host.servletContext(event.getServletContext());
        unit.deployment().start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        unit.deployment().stop();
    }
}
