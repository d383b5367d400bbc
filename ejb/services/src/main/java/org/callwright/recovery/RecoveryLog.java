package org.callwright.recovery;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators are told about calls that died. Reserved: CWENG 3560 to 3569. */
@MessageLogger(projectCode = "CWENG", length = 4)
@ValidIdRange(min = 3560, max = 3569)
interface RecoveryLog extends BasicLogger {

    RecoveryLog LOG = Logger.getMessageLogger(RecoveryLog.class, "org.callwright.recovery");

    @LogMessage(level = Level.WARN)
    @Message(id = 3560, value = "%d calls and %d recordings that nobody runs any more were closed")
    void closed(int calls, int recordings);

    @LogMessage(level = Level.WARN)
    @Message(id = 3561, value = "Calls that nobody runs could not be looked for; it is tried again")
    void notClosed(@Cause Throwable cause);
}
