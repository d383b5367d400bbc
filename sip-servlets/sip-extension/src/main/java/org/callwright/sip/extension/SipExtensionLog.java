package org.callwright.sip.extension;

import org.jboss.as.server.deployment.DeploymentUnitProcessingException;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;
import org.jboss.msc.service.StartException;

/** Operator messages of the SIP subsystem, CWSIP2501 to CWSIP2699. */
@MessageLogger(projectCode = "CWSIP", length = 4)
@ValidIdRange(min = 2501, max = 2999)
public interface SipExtensionLog extends BasicLogger {
    SipExtensionLog ROOT = Logger.getMessageLogger(SipExtensionLog.class, "org.callwright.sip.extension");

    @Message(id = 2501, value = "WEB-INF/sip.xml of %s cannot be read: %s")
    DeploymentUnitProcessingException unreadableDescriptor(String deployment, String reason, @Cause Throwable cause);

    @Message(id = 2502, value = "SIP application %s of %s has several servlets but no main servlet and no mappings")
    DeploymentUnitProcessingException noServletSelection(String application, String deployment);

    @Message(id = 2503, value = "%s")
    StartException containerNotStarted(String reason, @Cause Throwable cause);

    @Message(id = 2504, value = "%s of the SIP application %s is not available: the application is not deployed")
    IllegalStateException notDeployed(String service, String application);

    @Message(id = 2505, value = "unknown element <%s> in WEB-INF/sip.xml")
    IllegalArgumentException unknownElement(String name);

    @Message(id = 2506, value = "element <%s> is missing in <%s> of WEB-INF/sip.xml")
    IllegalArgumentException missingElement(String name, String parent);
}
