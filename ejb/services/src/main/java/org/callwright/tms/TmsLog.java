package org.callwright.tms;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators are told about the TMS dialect. Reserved: CWENG 3630 to 3659. */
@MessageLogger(projectCode = "CWENG", length = 4)
@ValidIdRange(min = 3630, max = 3659)
interface TmsLog extends BasicLogger {

    TmsLog LOG = Logger.getMessageLogger(TmsLog.class, "org.callwright.tms");

    @LogMessage(level = Level.WARN)
    @Message(id = 3630, value = "TMS recipients wait: there is no trunk, set CALLWRIGHT_TRUNK")
    void noTrunk();

    @LogMessage(level = Level.WARN)
    @Message(id = 3631, value = "The %s of TMS messages can't work; it is tried again")
    void roundFailed(String name, @Cause Throwable cause);

    @LogMessage(level = Level.WARN)
    @Message(id = 3632, value = "Which TMS recipients have answered can't be noted; who has just done so when the server"
            + " is killed is called again")
    void answersNotKept(@Cause Throwable cause);

    @LogMessage(level = Level.WARN)
    @Message(id = 3633, value = "The audio of TMS message %d can't be had: %s")
    void noAudio(long message, String reason);

    @LogMessage(level = Level.WARN)
    @Message(id = 3634, value = "A file of a TMS message can't be removed: %s")
    void fileStays(String name, @Cause Throwable cause);
}
