package org.callwright.sip.container;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Operator messages of the SIP container, CWSIP2001 to CWSIP2499. */
@MessageLogger(projectCode = "CWSIP", length = 4)
@ValidIdRange(min = 2001, max = 2499)
public interface SipLog extends BasicLogger {
    SipLog ROOT = Logger.getMessageLogger(SipLog.class, "org.callwright.sip");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2001, value = "SIP connector %s listens on %s %s, advertised as %s")
    void connectorBound(String name, String transport, String bound, String advertised);

    @Message(id = 2002, value = "SIP connector %s cannot bind %s %s:%d: %s")
    SipContainerException cannotBind(String name, String transport, String address, int port, String reason,
            @Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2003, value = "SIP container started with %d worker threads")
    void started(int workers);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2004, value = "SIP container stopped")
    void stopped();

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2005, value = "SIP container drains: new dialogs are refused with 503, %d application sessions go on")
    void draining(long sessions);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2006, value = "SIP container accepts new dialogs again")
    void accepting();

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2007, value = "SIP application %s deployed, main servlet %s")
    void deployed(String application, String servlet);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2008, value = "SIP application %s undeployed")
    void undeployed(String application);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 2009, value = "SIP message of a call could not be processed")
    void processingFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2010, value = "SIP container is overloaded: %d requests were refused with 503 since this was said last; %d messages wait now")
    void overloaded(long refused, int waiting);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2011, value = "SIP answer %d could not be sent: %s")
    void answerNotSent(int status, String reason);

    @Message(id = 2012, value = "SIP container is already running in this class loader; the core allows one")
    SipContainerException alreadyRunning();

    @Message(id = 2013, value = "SIP container is not running")
    SipContainerException notRunning();

    @Message(id = 2014, value = "SIP container could not be started: %s")
    SipContainerException cannotStart(String reason, @Cause Throwable cause);

    @Message(id = 2015, value = "SIP application %s is deployed already; the container serves one application")
    SipContainerException applicationPresent(String application);

    @Message(id = 2016, value = "SIP application %s could not be started: %s")
    SipContainerException applicationFailed(String application, String reason, @Cause Throwable cause);

    @Message(id = 2017, value = "SIP application %s names servlet %s, which it does not declare")
    SipContainerException unknownServlet(String application, String servlet);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2018, value = "%s could not be released cleanly")
    void releaseFailed(String type, @Cause Throwable cause);
}
