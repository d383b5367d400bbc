package org.callwright.sip.extension.deployment;

import org.jboss.as.ee.component.InjectionSource;
import org.jboss.as.naming.ManagedReferenceFactory;
import org.jboss.as.naming.ValueManagedReference;
import org.jboss.as.server.deployment.DeploymentPhaseContext;
import org.jboss.msc.inject.Injector;
import org.jboss.msc.service.ServiceBuilder;

/** What is bound under the JNDI name of a SIP service: the object of the application in its container. */
final class SipServiceSource extends InjectionSource {
    private final SipUnit unit;
    private final SipUnit.Service service;

    SipServiceSource(SipUnit unit, SipUnit.Service service) {
        this.unit = unit;
        this.service = service;
    }

    @Override
    public void getResourceValue(ResolutionContext resolution, ServiceBuilder<?> builder,
            DeploymentPhaseContext phase, Injector<ManagedReferenceFactory> injector) {
        builder.requires(unit.serviceName());
        injector.inject((ManagedReferenceFactory) () -> new ValueManagedReference(service.of(unit.deployment())));
    }
}
