package org.callwright.sip.extension.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.callwright.sip.container.application.SipApplication;
import org.callwright.sip.extension.SipExtensionLog;
import org.jboss.as.ee.component.Attachments;
import org.jboss.as.ee.component.BindingConfiguration;
import org.jboss.as.ee.component.EEModuleDescription;
import org.jboss.as.ee.component.InjectionSource;
import org.jboss.as.ee.component.LookupInjectionSource;
import org.jboss.as.ee.component.deployers.EEResourceReferenceProcessor;
import org.jboss.as.ee.component.deployers.EEResourceReferenceProcessorRegistry;
import org.jboss.as.ee.structure.DeploymentType;
import org.jboss.as.ee.structure.DeploymentTypeMarker;
import org.jboss.as.server.deployment.DeploymentPhaseContext;
import org.jboss.as.server.deployment.DeploymentUnit;
import org.jboss.as.server.deployment.DeploymentUnitProcessingException;
import org.jboss.as.server.deployment.DeploymentUnitProcessor;
import org.jboss.as.server.deployment.annotation.CompositeIndex;
import org.jboss.vfs.VirtualFile;

/**
 * Recognises a SIP application: a web archive with SIP annotations or {@code WEB-INF/sip.xml}. Binds its services in
 * {@code java:app/sip/NAME} and lets {@code @Resource SipFactory} and its like find them.
 */
final class DeclarationProcessor implements DeploymentUnitProcessor {

    @Override
    public void deploy(DeploymentPhaseContext phase) throws DeploymentUnitProcessingException {
        DeploymentUnit unit = phase.getDeploymentUnit();
        CompositeIndex index = unit.getAttachment(
                org.jboss.as.server.deployment.Attachments.COMPOSITE_ANNOTATION_INDEX);
        if (!DeploymentTypeMarker.isType(DeploymentType.WAR, unit) || index == null) {
            return;
        }
        EEModuleDescription module = unit.getAttachment(Attachments.EE_MODULE_DESCRIPTION);
        SipDeclaration declaration = new SipDeclaration(module.getModuleName());
        AnnotationReader.read(index, declaration);
        descriptor(unit).ifPresent(declaration::override);
        if (declaration.isEmpty()) {
            return;
        }
        SipApplication application = declaration.build().orElseThrow(
                () -> SipExtensionLog.ROOT.noServletSelection(declaration.name(), unit.getName()));
        SipUnit sip = new SipUnit(application, unit);
        unit.putAttachment(SipUnit.KEY, sip);
        publish(sip, module, unit.getAttachment(Attachments.RESOURCE_REFERENCE_PROCESSOR_REGISTRY));
    }

    private static Optional<SipDeclaration> descriptor(DeploymentUnit unit) throws DeploymentUnitProcessingException {
        VirtualFile file = unit.getAttachment(org.jboss.as.server.deployment.Attachments.DEPLOYMENT_ROOT).getRoot()
                .getChild("WEB-INF/sip.xml");
        if (!file.exists()) {
            return Optional.empty();
        }
        try (InputStream xml = file.openStream()) {
            return Optional.of(SipXmlReader.read(xml));
        } catch (IOException | IllegalArgumentException e) {
            throw SipExtensionLog.ROOT.unreadableDescriptor(unit.getName(), e.getMessage(), e);
        }
    }

    private static void publish(SipUnit sip, EEModuleDescription module,
            EEResourceReferenceProcessorRegistry references) {
        for (SipUnit.Service service : SipUnit.Service.values()) {
            String name = service.jndiName(sip.application());
            module.getBindingConfigurations().add(new BindingConfiguration(name, new SipServiceSource(sip, service)));
            references.registerResourceReferenceProcessor(new Reference(service.type().getName(), name));
        }
    }

    /** {@code @Resource} of a SIP type without a name means the service of this application. */
    private record Reference(String type, String name) implements EEResourceReferenceProcessor {
        @Override
        public String getResourceReferenceType() {
            return type;
        }

        @Override
        public InjectionSource getResourceReferenceBindingSource() {
            return new LookupInjectionSource(name);
        }
    }
}
