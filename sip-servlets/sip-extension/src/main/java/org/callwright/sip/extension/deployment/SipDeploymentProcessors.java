package org.callwright.sip.extension.deployment;

import org.jboss.as.server.DeploymentProcessorTarget;
import org.jboss.as.server.deployment.Phase;

/** The deployment processors of the subsystem and their places in the chain. */
public final class SipDeploymentProcessors {
    private SipDeploymentProcessors() {
    }

    public static void register(String subsystem, DeploymentProcessorTarget target) {
        // the annotation index is there, the resource references have not been looked at
        target.addDeploymentProcessor(subsystem, Phase.PARSE, Phase.PARSE_COMPOSITE_ANNOTATION_INDEX + 1,
                new DeclarationProcessor());
        // the servlets and listeners of the web application are known
        target.addDeploymentProcessor(subsystem, Phase.PARSE, Phase.PARSE_WEB_COMPONENTS + 1,
                new ComponentProcessor());
        target.addDeploymentProcessor(subsystem, Phase.DEPENDENCIES, Phase.DEPENDENCIES_WAR_MODULE + 1,
                new DependencyProcessor());
        // the web application is about to be handed to the servlet container
        target.addDeploymentProcessor(subsystem, Phase.INSTALL, Phase.INSTALL_WAR_DEPLOYMENT - 1,
                new InstallProcessor());
    }
}
