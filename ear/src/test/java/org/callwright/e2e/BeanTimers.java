package org.callwright.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.Property;

/** The timers of one singleton bean of the services, as the management port shows them. */
record BeanTimers(int managementPort, String bean) {

    /** One timer. */
    record Timer(String id, String info, boolean persistent) {
    }

    List<Timer> list() {
        ModelNode read = Operations.createOperation("read-children-resources", service());
        read.get("child-type").set("timer");
        read.get("include-runtime").set(true);
        List<Timer> timers = new ArrayList<>();
        for (Property timer : execute(read).asPropertyList()) {
            timers.add(new Timer(timer.getName(), timer.getValue().get("info").asString(),
                    timer.getValue().get("persistent").asBoolean()));
        }
        return timers;
    }

    /** As if its time had come. */
    void trigger(Timer timer) {
        ModelNode address = service();
        address.add("timer", timer.id());
        execute(Operations.createOperation("trigger", address));
    }

    private ModelNode service() {
        return Operations.createAddress("deployment", "callwright.ear", "subdeployment", "services.jar",
                "subsystem", "ejb3", "singleton-bean", bean, "service", "timer-service");
    }

    private ModelNode execute(ModelNode operation) {
        try (ModelControllerClient management = ModelControllerClient.Factory.create("127.0.0.1", managementPort)) {
            ModelNode outcome = management.execute(operation);
            if (!Operations.isSuccessfulOutcome(outcome)) {
                throw new AssertionError(operation + " gave " + outcome);
            }
            return Operations.readResult(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
