package org.callwright.telesign.web;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators are told about the TeleSign dialect's API. Reserved: CWAPI 4150 to 4199. */
@MessageLogger(projectCode = "CWAPI", length = 4)
@ValidIdRange(min = 4150, max = 4199)
interface TelesignWebLog extends BasicLogger {

    TelesignWebLog LOG = Logger.getMessageLogger(TelesignWebLog.class, "org.callwright.telesign");

    @LogMessage(level = Level.ERROR)
    @Message(id = 4150, value = "A TeleSign request failed, its client was told 500")
    void requestFailed(@Cause Throwable cause);
}
