package org.callwright.sip.extension.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.callwright.sip.container.SipContainer;
import org.callwright.sip.extension.model.SipSubsystemDefinition;
import org.jboss.as.ee.component.Attachments;
import org.jboss.as.ee.naming.JavaNamespaceSetup;
import org.jboss.as.server.deployment.DeploymentPhaseContext;
import org.jboss.as.server.deployment.DeploymentUnit;
import org.jboss.as.server.deployment.DeploymentUnitProcessor;
import org.jboss.as.server.deployment.SetupAction;
import org.jboss.modules.Module;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceController;
import org.wildfly.extension.undertow.deployment.UndertowAttachments;

/** Takes a place in the container for the application, and has it started and stopped with its web application. */
final class InstallProcessor implements DeploymentUnitProcessor {

    @Override
    public void deploy(DeploymentPhaseContext phase) {
        DeploymentUnit unit = phase.getDeploymentUnit();
        SipUnit sip = unit.getAttachment(SipUnit.KEY);
        if (sip == null) {
            return;
        }
        Module module = unit.getAttachment(org.jboss.as.server.deployment.Attachments.MODULE);
        WebApplicationHost host = new WebApplicationHost(module.getClassLoader(), setupActions(unit));
        ServiceBuilder<?> builder = phase.getServiceTarget().addService();
        builder.provides(sip.serviceName());
        Supplier<SipContainer> container = builder.requires(
                SipSubsystemDefinition.CAPABILITY.getCapabilityServiceName());
        builder.setInitialMode(ServiceController.Mode.ACTIVE)
                .setInstance(new SipApplicationService(sip, host, container)).install();
        unit.addToAttachmentList(org.jboss.as.server.deployment.Attachments.WEB_DEPENDENCIES, sip.serviceName());
        unit.addToAttachmentList(UndertowAttachments.UNDERTOW_SERVLET_EXTENSIONS, new WebStarter(sip, host));
    }

    private static List<SetupAction> setupActions(DeploymentUnit unit) {
        List<SetupAction> actions = new ArrayList<>();
        JavaNamespaceSetup naming = unit.getAttachment(
                org.jboss.as.ee.naming.Attachments.JAVA_NAMESPACE_SETUP_ACTION);
        if (naming != null) {
            actions.add(naming);
        }
        actions.addAll(unit.getAttachmentList(Attachments.WEB_SETUP_ACTIONS));
        return actions;
    }
}
