package org.callwright.restcomm;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** RESTEasy's servlet for one deployment of several in a servlet context, which it looks for when it is initialised. */
final class DeployedApi extends HttpServlet30Dispatcher {

    private static final long serialVersionUID = 1L;

    private final transient ResteasyDeployment deployment;

    DeployedApi(ResteasyDeployment deployment) {
        this.deployment = deployment;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        config.getServletContext().setAttribute(ResteasyDeployment.class.getName(), deployment);
        super.init(config);
    }
}
