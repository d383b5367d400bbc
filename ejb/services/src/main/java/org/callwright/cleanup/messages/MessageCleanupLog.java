package org.callwright.cleanup.messages;

import java.time.Instant;
import org.callwright.accounts.Retention;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators are told about the removal of TMS messages. Reserved: CWENG 3591 to 3599. */
@MessageLogger(projectCode = "CWENG", length = 4)
@ValidIdRange(min = 3591, max = 3599)
interface MessageCleanupLog extends BasicLogger {

    MessageCleanupLog LOG = Logger.getMessageLogger(MessageCleanupLog.class, "org.callwright.cleanup.messages");

    @LogMessage(level = Level.INFO)
    @Message(id = 3591, value = "TMS messages are kept %s unless their account says otherwise; next clean-up %s")
    void scheduled(Retention retention, Instant next);

    @LogMessage(level = Level.INFO)
    @Message(id = 3592, value = "Clean-up of TMS messages: %d examined, %d removed with %d recipients, %d stay until their"
            + " webhooks are told, in %d ms")
    void cleaned(long examined, long removed, long recipients, long waiting, long millis);

    @LogMessage(level = Level.WARN)
    @Message(id = 3593, value = "The clean-up of TMS messages broke off after %d were removed; the next one goes on")
    void brokenOff(long removed, @Cause Throwable cause);

    @LogMessage(level = Level.INFO)
    @Message(id = 3594, value = "The clean-up of TMS messages ends early because the server stops; %d were removed")
    void stopped(long removed);

    @LogMessage(level = Level.WARN)
    @Message(id = 3595, value = "A clean-up of TMS messages is left out, as the one before it still runs")
    void leftOut();
}
