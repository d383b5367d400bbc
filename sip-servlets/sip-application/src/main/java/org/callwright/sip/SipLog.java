package org.callwright.sip;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Operator messages of the SIP application, CWSIP 2700 to 2799. */
@MessageLogger(projectCode = "CWSIP", length = 4)
interface SipLog extends BasicLogger {

    SipLog LOG = Logger.getMessageLogger(SipLog.class, "org.callwright.sip");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2700, value = "The SIP application is attached to the call engine")
    void attached();

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2701, value = "Refused a call with 503: %s")
    void refusedNotReady(String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2702, value = "%s: %s could not be carried out; the call is given up")
    void effectFailed(String callSid, String effect, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2703, value = "%s: the callee asks who calls and could not be answered; the call is given up")
    void notAuthenticated(String callSid, @Cause Throwable cause);
}
