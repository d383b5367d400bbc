package org.callwright.sip.extension.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callwright.sip.container.SipContainer;
import org.callwright.sip.container.SipContainerConfig;
import org.callwright.sip.container.SipContainerConfig.Timers;
import org.callwright.sip.container.connector.ConnectorConfig;
import org.callwright.sip.container.connector.Transport;
import org.callwright.sip.container.guard.SourceLimit;
import org.callwright.sip.extension.SipServletsExtension;
import org.callwright.sip.extension.deployment.SipDeploymentProcessors;
import org.jboss.as.controller.AbstractBoottimeAddStepHandler;
import org.jboss.as.controller.CapabilityServiceBuilder;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.registry.Resource;
import org.jboss.as.network.SocketBinding;
import org.jboss.as.server.AbstractDeploymentChainStep;
import org.jboss.as.server.DeploymentProcessorTarget;
import org.jboss.as.server.suspend.SuspendableActivityRegistry;
import org.jboss.dmr.ModelNode;
import org.jboss.msc.service.ServiceController;

/** Brings the subsystem up when the server boots: the container's service and the deployment processors. */
final class SipSubsystemAdd extends AbstractBoottimeAddStepHandler {
    private final RunningContainer running;

    SipSubsystemAdd(RunningContainer running) {
        super(SipSubsystemDefinition.ATTRIBUTES);
        this.running = running;
    }

    @Override
    protected void performBoottime(OperationContext context, ModelNode operation, Resource resource)
            throws OperationFailedException {
        context.addStep(new AbstractDeploymentChainStep() {
            @Override
            protected void execute(DeploymentProcessorTarget target) {
                SipDeploymentProcessors.register(SipServletsExtension.SUBSYSTEM, target);
            }
        }, OperationContext.Stage.RUNTIME);
        installContainer(context, Resource.Tools.readModel(context.readResource(
                PathAddress.EMPTY_ADDRESS)));
    }

    private void installContainer(OperationContext context, ModelNode model) throws OperationFailedException {
        SipContainerConfig config = config(context, model);
        CapabilityServiceBuilder<?> builder = context.getCapabilityServiceTarget()
                .addCapability(SipSubsystemDefinition.CAPABILITY);
        Consumer<SipContainer> container = builder.provides(SipSubsystemDefinition.CAPABILITY);
        Supplier<SuspendableActivityRegistry> activities = builder.requires(
                context.getCapabilityServiceName(SuspendableActivityRegistry.SERVICE_DESCRIPTOR));
        List<SipContainerService.BoundConnector> connectors = new ArrayList<>();
        if (model.hasDefined(ConnectorDefinition.PATH.getKey())) {
            for (String name : model.get(ConnectorDefinition.PATH.getKey()).keys()) {
                connectors.add(connector(context, builder, name,
                        model.get(ConnectorDefinition.PATH.getKey(), name)));
            }
        }
        builder.setInitialMode(ServiceController.Mode.ACTIVE)
                .setInstance(new SipContainerService(config, connectors, activities, running, container))
                .install();
    }

    private static SipContainerConfig config(OperationContext context, ModelNode model)
            throws OperationFailedException {
        Timers rfc = Timers.RFC3261;
        Duration t1 = Duration.ofMillis(number(context, model, SipSubsystemDefinition.T1));
        Duration t2 = t1.compareTo(rfc.t2()) > 0 ? t1 : rfc.t2();
        SipContainerConfig config = SipContainerConfig.of(List.of())
                .withWorkers(number(context, model, SipSubsystemDefinition.WORKER_THREADS),
                        number(context, model, SipSubsystemDefinition.MAX_WAITING))
                .withRetryAfter(Duration.ofSeconds(number(context, model, SipSubsystemDefinition.RETRY_AFTER)))
                .withTimers(new Timers(t1, t2, rfc.t4(), rfc.d()))
                .withSourceLimit(SourceLimit.of(number(context, model, SipSubsystemDefinition.SOURCE_RATE),
                        text(context, model, SipSubsystemDefinition.SOURCE_RATE_EXEMPT).orElse("")))
                .withClusterId(SipSubsystemDefinition.CLUSTER_ID.resolveModelAttribute(context, model).asString());
        return text(context, model, SipSubsystemDefinition.ADVERTISED_ADDRESS).map(config::withAdvertisedAddress)
                .orElse(config);
    }

    private static SipContainerService.BoundConnector connector(OperationContext context,
            CapabilityServiceBuilder<?> builder, String name, ModelNode model) throws OperationFailedException {
        String socketBinding = ConnectorDefinition.SOCKET_BINDING.resolveModelAttribute(context, model).asString();
        Transport transport = Transport.valueOf(ConnectorDefinition.PROTOCOL.resolveModelAttribute(context, model)
                .asString().toUpperCase(Locale.ROOT));
        Optional<String> host = text(context, model, ConnectorDefinition.ADVERTISED_HOST);
        ModelNode port = ConnectorDefinition.ADVERTISED_PORT.resolveModelAttribute(context, model);
        Supplier<SocketBinding> binding = builder.requires(context.getCapabilityServiceName(
                ConnectorDefinition.SOCKET_BINDING_CAPABILITY, socketBinding, SocketBinding.class));
        return new SipContainerService.BoundConnector(binding, address -> new ConnectorConfig(name, transport, address,
                host, Optional.ofNullable(port.asIntOrNull())));
    }

    private static int number(OperationContext context, ModelNode model, SimpleAttributeDefinition attribute)
            throws OperationFailedException {
        return attribute.resolveModelAttribute(context, model).asInt();
    }

    /** An expression over an unset environment variable may well resolve to nothing. */
    private static Optional<String> text(OperationContext context, ModelNode model,
            SimpleAttributeDefinition attribute) throws OperationFailedException {
        return Optional.ofNullable(attribute.resolveModelAttribute(context, model).asStringOrNull())
                .filter(value -> !value.isBlank());
    }
}
