package org.callwright.sip.extension.model;

import java.util.Arrays;
import org.callwright.sip.container.SipContainer;
import org.callwright.sip.extension.SipServletsExtension;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.ReloadRequiredRemoveStepHandler;
import org.jboss.as.controller.ReloadRequiredWriteAttributeHandler;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleResourceDefinition;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.descriptions.ModelDescriptionConstants;
import org.jboss.as.controller.descriptions.StandardResourceDescriptionResolver;
import org.jboss.as.controller.operations.validation.IntRangeValidator;
import org.jboss.as.controller.operations.validation.StringLengthValidator;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;

/** {@code /subsystem=sip-servlets}: settings of the container, its connectors, and what it counts. */
public final class SipSubsystemDefinition extends SimpleResourceDefinition {
    /** The container as a service other parts of the server may depend on. */
    public static final RuntimeCapability<Void> CAPABILITY = RuntimeCapability.Builder
            .of("org.callwright.sip.container", SipContainer.class).build();
    static final String DESCRIPTIONS = SipSubsystemDefinition.class.getPackageName() + ".LocalDescriptions";

    static final SimpleAttributeDefinition ADVERTISED_ADDRESS = new SimpleAttributeDefinitionBuilder(
            "advertised-address", ModelType.STRING).setRequired(false).setRestartAllServices()
            .setAllowExpression(true).setMinSize(0).setValidator(new StringLengthValidator(0, true, true)).build();
    static final SimpleAttributeDefinition WORKER_THREADS = number("worker-threads", 8, 1);
    static final SimpleAttributeDefinition MAX_WAITING = number("max-waiting-messages", 10_000, 1);
    static final SimpleAttributeDefinition RETRY_AFTER = number("retry-after", 5, 1);
    static final SimpleAttributeDefinition T1 = number("t1", 500, 1);
    static final SimpleAttributeDefinition SOURCE_RATE = number("source-rate", 0, 0);
    static final SimpleAttributeDefinition SOURCE_RATE_EXEMPT = new SimpleAttributeDefinitionBuilder(
            "source-rate-exempt", ModelType.STRING).setRequired(false).setRestartAllServices()
            .setAllowExpression(true).setMinSize(0).setValidator(new StringLengthValidator(0, true, true)).build();
    static final SimpleAttributeDefinition CLUSTER_ID = new SimpleAttributeDefinitionBuilder("cluster-id",
            ModelType.STRING).setRequired(false).setRestartAllServices().setAllowExpression(true)
            .setDefaultValue(new ModelNode("callwright")).build();
    static final AttributeDefinition[] ATTRIBUTES = {ADVERTISED_ADDRESS, WORKER_THREADS, MAX_WAITING, RETRY_AFTER,
        T1, SOURCE_RATE, SOURCE_RATE_EXEMPT, CLUSTER_ID};

    private final RunningContainer running;
    private final boolean runtime;

    public SipSubsystemDefinition(boolean runtime) {
        this(runtime, new RunningContainer());
    }

    private SipSubsystemDefinition(boolean runtime, RunningContainer running) {
        super(new Parameters(PathElement.pathElement(ModelDescriptionConstants.SUBSYSTEM,
                SipServletsExtension.SUBSYSTEM), new StandardResourceDescriptionResolver(
                        SipServletsExtension.SUBSYSTEM, DESCRIPTIONS, SipSubsystemDefinition.class.getClassLoader(),
                        true, false))
                .setAddHandler(new SipSubsystemAdd(running))
                .setRemoveHandler(ReloadRequiredRemoveStepHandler.INSTANCE)
                .setCapabilities(CAPABILITY));
        this.runtime = runtime;
        this.running = running;
    }

    @Override
    public void registerAttributes(ManagementResourceRegistration registration) {
        Arrays.stream(ATTRIBUTES).forEach(attribute -> registration.registerReadWriteAttribute(attribute, null,
                ReloadRequiredWriteAttributeHandler.INSTANCE));
        if (runtime) {
            SipMetrics.register(registration, running);
        }
    }

    @Override
    public void registerChildren(ManagementResourceRegistration registration) {
        registration.registerSubModel(new ConnectorDefinition());
    }

    private static SimpleAttributeDefinition number(String name, int byDefault, int min) {
        return new SimpleAttributeDefinitionBuilder(name, ModelType.INT).setRequired(false).setRestartAllServices()
                .setAllowExpression(true).setDefaultValue(new ModelNode(byDefault))
                .setValidator(new IntRangeValidator(min, true, true)).build();
    }
}
