package org.callwright.sip.extension.deployment;

import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipSessionsUtil;
import javax.servlet.sip.TimerService;
import org.callwright.sip.container.SipDeployment;
import org.callwright.sip.container.application.SipApplication;
import org.callwright.sip.extension.SipExtensionLog;
import org.jboss.as.server.deployment.AttachmentKey;
import org.jboss.as.server.deployment.DeploymentUnit;
import org.jboss.msc.service.ServiceName;

/** A SIP application while it is being deployed: what it declares, and its place in the container once it has one. */
final class SipUnit {
    static final AttachmentKey<SipUnit> KEY = AttachmentKey.create(SipUnit.class);

    private final SipApplication application;
    private final ServiceName serviceName;
    private volatile SipDeployment deployment;

    SipUnit(SipApplication application, DeploymentUnit unit) {
        this.application = application;
        this.serviceName = unit.getServiceName().append("sip-application");
    }

    SipApplication application() {
        return application;
    }

    /** The service that holds the place in the container. */
    ServiceName serviceName() {
        return serviceName;
    }

    void deployment(SipDeployment value) {
        deployment = value;
    }

    SipDeployment deployment() {
        SipDeployment present = deployment;
        if (present == null) {
            throw SipExtensionLog.ROOT.notDeployed("SIP", application.name());
        }
        return present;
    }

    /** The three services of JSR 289 that applications look up or have injected (section 15.9 and 18.3). */
    enum Service {
        FACTORY("SipFactory", SipFactory.class) {
            @Override
            Object of(SipDeployment deployment) {
                return deployment.factory();
            }
        },
        TIMERS("TimerService", TimerService.class) {
            @Override
            Object of(SipDeployment deployment) {
                return deployment.timers();
            }
        },
        SESSIONS("SipSessionsUtil", SipSessionsUtil.class) {
            @Override
            Object of(SipDeployment deployment) {
                return deployment.sessions();
            }
        };

        private final String jndi;
        private final Class<?> type;

        Service(String jndi, Class<?> type) {
            this.jndi = jndi;
            this.type = type;
        }

        abstract Object of(SipDeployment deployment);

        Class<?> type() {
            return type;
        }

        /** {@code java:app/sip/APPLICATION/SipFactory} and so on. */
        String jndiName(SipApplication application) {
            return "java:app/sip/" + application.name() + "/" + jndi;
        }
    }
}
