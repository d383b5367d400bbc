package org.callwright.sip.extension.deployment;

import org.jboss.as.server.deployment.Attachments;
import org.jboss.as.server.deployment.DeploymentPhaseContext;
import org.jboss.as.server.deployment.DeploymentUnit;
import org.jboss.as.server.deployment.DeploymentUnitProcessor;
import org.jboss.as.server.deployment.module.ModuleDependency;
import org.jboss.modules.Module;

/** Gives every deployment the SIP API, as the server does with the Jakarta EE APIs; archives need not bring it. */
final class DependencyProcessor implements DeploymentUnitProcessor {
    private static final String API = "org.callwright.sip-servlets.api";

    @Override
    public void deploy(DeploymentPhaseContext phase) {
        DeploymentUnit unit = phase.getDeploymentUnit();
        unit.getAttachment(Attachments.MODULE_SPECIFICATION).addSystemDependency(
                ModuleDependency.Builder.of(Module.getBootModuleLoader(), API).build());
    }
}
