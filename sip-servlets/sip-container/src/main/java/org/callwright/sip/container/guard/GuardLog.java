package org.callwright.sip.container.guard;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Operator messages about hostile input, CWSIP2720 to CWSIP2739; each is said {@link Occasionally}. */
@MessageLogger(projectCode = "CWSIP", length = 4)
@ValidIdRange(min = 2720, max = 2739)
public interface GuardLog extends BasicLogger {
    GuardLog ROOT = Logger.getMessageLogger(GuardLog.class, "org.callwright.sip.guard");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2720, value = "%s sends more than %d SIP requests a second outside dialogs, what is above is answered"
            + " 503; %d refused from all such sources since this was last said")
    void sourceLimited(String source, int perSecond, long refused);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2721, value = "SIP connection from %s closed: %s; %d closed for such reasons since this was last"
            + " said")
    void connectionClosed(String source, String reason, long closed);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2722, value = "%s is no address, range of addresses or known host; its SIP requests are limited like"
            + " all")
    void unknownExempt(String name);
}
