package org.callwright.sip.extension.model;

import java.util.Arrays;
import org.callwright.sip.container.connector.Transport;
import org.callwright.sip.extension.SipServletsExtension;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.ReloadRequiredAddStepHandler;
import org.jboss.as.controller.ReloadRequiredRemoveStepHandler;
import org.jboss.as.controller.ReloadRequiredWriteAttributeHandler;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleResourceDefinition;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.descriptions.StandardResourceDescriptionResolver;
import org.jboss.as.controller.operations.validation.EnumValidator;
import org.jboss.as.controller.operations.validation.IntRangeValidator;
import org.jboss.as.controller.operations.validation.StringLengthValidator;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelType;

/** {@code connector=NAME}: a socket-binding and a transport. The container binds all connectors when it starts. */
final class ConnectorDefinition extends SimpleResourceDefinition {
    static final PathElement PATH = PathElement.pathElement("connector");
    static final RuntimeCapability<Void> CAPABILITY = RuntimeCapability.Builder
            .of("org.callwright.sip.connector", true).build();
    static final String SOCKET_BINDING_CAPABILITY = "org.wildfly.network.socket-binding";

    static final SimpleAttributeDefinition SOCKET_BINDING = new SimpleAttributeDefinitionBuilder("socket-binding",
            ModelType.STRING).setRequired(true).setRestartAllServices()
            .setCapabilityReference(SOCKET_BINDING_CAPABILITY, CAPABILITY).build();
    static final SimpleAttributeDefinition PROTOCOL = new SimpleAttributeDefinitionBuilder("protocol",
            ModelType.STRING).setRequired(true).setRestartAllServices().setAllowExpression(true)
            .setValidator(EnumValidator.create(Protocol.class)).build();
    static final SimpleAttributeDefinition ADVERTISED_HOST = new SimpleAttributeDefinitionBuilder("advertised-host",
            ModelType.STRING).setRequired(false).setRestartAllServices().setAllowExpression(true)
            .setMinSize(0).setValidator(new StringLengthValidator(0, true, true)).build();
    static final SimpleAttributeDefinition ADVERTISED_PORT = new SimpleAttributeDefinitionBuilder("advertised-port",
            ModelType.INT).setRequired(false).setRestartAllServices().setAllowExpression(true)
            .setValidator(new IntRangeValidator(1, 65535, true, true)).build();
    static final AttributeDefinition[] ATTRIBUTES = {SOCKET_BINDING, PROTOCOL, ADVERTISED_HOST, ADVERTISED_PORT};

    /** The transports, in the lower case the model writes them. */
    enum Protocol {
        UDP, TCP;

        @Override
        public String toString() {
            return Transport.valueOf(name()).token();
        }
    }

    ConnectorDefinition() {
        super(new Parameters(PATH, new StandardResourceDescriptionResolver(SipServletsExtension.SUBSYSTEM
                + ".connector", SipSubsystemDefinition.DESCRIPTIONS, ConnectorDefinition.class.getClassLoader(), true,
                false))
                .setAddHandler(new ReloadRequiredAddStepHandler(ATTRIBUTES))
                .setRemoveHandler(ReloadRequiredRemoveStepHandler.INSTANCE)
                .setCapabilities(CAPABILITY));
    }

    @Override
    public void registerAttributes(ManagementResourceRegistration registration) {
        Arrays.stream(ATTRIBUTES).forEach(attribute -> registration.registerReadWriteAttribute(attribute, null,
                ReloadRequiredWriteAttributeHandler.INSTANCE));
    }
}
