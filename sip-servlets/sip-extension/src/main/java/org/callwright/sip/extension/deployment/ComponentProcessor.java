package org.callwright.sip.extension.deployment;

import java.util.stream.Stream;
import org.callwright.sip.container.application.SipApplication;
import org.callwright.sip.container.application.SipApplication.ServletDeclaration;
import org.jboss.as.ee.component.Attachments;
import org.jboss.as.ee.component.EEApplicationClasses;
import org.jboss.as.ee.component.EEModuleDescription;
import org.jboss.as.server.deployment.DeploymentPhaseContext;
import org.jboss.as.server.deployment.DeploymentUnit;
import org.jboss.as.server.deployment.DeploymentUnitProcessor;
import org.jboss.as.web.common.WebComponentDescription;

/**
 * Makes SIP servlets and listeners components of the web module like its HTTP servlets, so that the server injects
 * them: {@code @Inject}, {@code @EJB}, {@code @Resource}, {@code @PostConstruct}, {@code @PreDestroy}.
 */
final class ComponentProcessor implements DeploymentUnitProcessor {

    @Override
    public void deploy(DeploymentPhaseContext phase) {
        DeploymentUnit unit = phase.getDeploymentUnit();
        SipUnit sip = unit.getAttachment(SipUnit.KEY);
        if (sip == null) {
            return;
        }
        EEModuleDescription module = unit.getAttachment(Attachments.EE_MODULE_DESCRIPTION);
        EEApplicationClasses classes = unit.getAttachment(Attachments.EE_APPLICATION_CLASSES_DESCRIPTION);
        classNames(sip.application()).distinct().filter(name -> module.getComponentsByClassName(name).isEmpty())
                .forEach(name -> {
                    WebComponentDescription component = new WebComponentDescription(name, name, module,
                            unit.getServiceName(), classes);
                    module.addComponent(component);
                    unit.addToAttachmentList(WebComponentDescription.WEB_COMPONENTS,
                            component.getStartServiceName());
                });
    }

    private static Stream<String> classNames(SipApplication application) {
        return Stream.concat(application.servlets().stream().map(ServletDeclaration::className),
                application.listeners().stream());
    }
}
