package org.callwright.telesign;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators are told about the TeleSign dialect. Reserved: CWENG 3600 to 3629. */
@MessageLogger(projectCode = "CWENG", length = 4)
@ValidIdRange(min = 3600, max = 3629)
interface TelesignLog extends BasicLogger {

    TelesignLog LOG = Logger.getMessageLogger(TelesignLog.class, "org.callwright.telesign");

    @LogMessage(level = Level.WARN)
    @Message(id = 3600, value = "A TeleSign call is refused: there is no trunk, set CALLWRIGHT_TRUNK")
    void noTrunk();

    @LogMessage(level = Level.WARN)
    @Message(id = 3601, value = "Old TeleSign transactions can't be removed; it is tried again")
    void notForgotten(@Cause Throwable cause);
}
