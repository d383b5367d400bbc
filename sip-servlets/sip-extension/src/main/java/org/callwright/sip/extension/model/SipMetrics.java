package org.callwright.sip.extension.model;

import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.callwright.sip.container.SipContainer;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.OperationStepHandler;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleMapAttributeDefinition;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;

/** What the container counts, as runtime attributes; numbers are metrics, tables are maps of numbers. */
final class SipMetrics {
    private SipMetrics() {
    }

    static void register(ManagementResourceRegistration registration, RunningContainer running) {
        Registrar metrics = new Registrar(registration, running);
        metrics.number("active-application-sessions", SipContainer::activeApplicationSessions);
        metrics.number("active-sip-sessions", SipContainer::activeSipSessions);
        metrics.number("active-transactions", SipContainer::activeTransactions);
        metrics.number("waiting-messages", SipContainer::waitingMessages);
        metrics.number("refused-draining", container -> container.statistics().refusedDraining());
        metrics.number("refused-overloaded", container -> container.statistics().refusedOverloaded());
        metrics.number("refused-limited", container -> container.statistics().refusedLimited());
        metrics.table("requests-received", container -> container.statistics().requestsIn());
        metrics.table("requests-sent", container -> container.statistics().requestsOut());
        metrics.table("responses-received", container -> container.statistics().responsesIn());
        metrics.table("responses-sent", container -> container.statistics().responsesOut());
        metrics.value("suspended", ModelType.BOOLEAN, container -> new ModelNode(container.isSuspended()));
        metrics.value("application", ModelType.STRING,
                container -> container.applicationName().map(ModelNode::new).orElseGet(ModelNode::new));
    }

    private record Registrar(ManagementResourceRegistration registration, RunningContainer running) {

        void number(String name, ToLongFunction<SipContainer> reader) {
            registration.registerMetric(new SimpleAttributeDefinitionBuilder(name, ModelType.LONG)
                    .setUndefinedMetricValue(ModelNode.ZERO_LONG).build(),
                    handler(container -> new ModelNode(reader.applyAsLong(container))));
        }

        void value(String name, ModelType type, Function<SipContainer, ModelNode> reader) {
            registration.registerReadOnlyAttribute(new SimpleAttributeDefinitionBuilder(name, type).setRequired(false)
                    .setStorageRuntime().build(), handler(reader));
        }

        void table(String name, Function<SipContainer, Map<String, Long>> reader) {
            registration.registerReadOnlyAttribute(new SimpleMapAttributeDefinition.Builder(name, ModelType.LONG, true)
                    .setStorageRuntime().build(), handler(container -> {
                        ModelNode table = new ModelNode().setEmptyObject();
                        reader.apply(container).forEach((key, count) -> table.get(key).set(count));
                        return table;
                    }));
        }

        private OperationStepHandler handler(Function<SipContainer, ModelNode> reader) {
            return new Reader(running, reader);
        }
    }

    private record Reader(RunningContainer running, Function<SipContainer, ModelNode> reader)
            implements OperationStepHandler {
        @Override
        public void execute(OperationContext context, ModelNode operation) throws OperationFailedException {
            running.get().ifPresent(container -> context.getResult().set(reader.apply(container)));
        }
    }
}
