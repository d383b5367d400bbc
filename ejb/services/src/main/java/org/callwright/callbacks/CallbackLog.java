package org.callwright.callbacks;

import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallbackSid;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators are told about callbacks. Reserved: CWENG 3570 to 3579. */
@MessageLogger(projectCode = "CWENG", length = 4)
@ValidIdRange(min = 3570, max = 3579)
interface CallbackLog extends BasicLogger {

    CallbackLog LOG = Logger.getMessageLogger(CallbackLog.class, "org.callwright.callbacks");

    @LogMessage(level = Level.WARN)
    @Message(id = 3570, value = "Callback %s of call %s is given up after %d attempts: %s")
    void givenUp(CallbackSid callback, CallSid call, int attempts, String reason);

    @LogMessage(level = Level.INFO)
    @Message(id = 3575, value = "%d callbacks that were given up more than %d days ago were removed")
    void purged(int callbacks, long days);

    @LogMessage(level = Level.WARN)
    @Message(id = 3576, value = "Old callbacks could not be removed; it is tried again")
    void notPurged(@Cause Throwable cause);

    @LogMessage(level = Level.WARN)
    @Message(id = 3571, value = "The outbox of callbacks can't be read; it is tried again")
    void outboxAway(@Cause Throwable cause);
}
