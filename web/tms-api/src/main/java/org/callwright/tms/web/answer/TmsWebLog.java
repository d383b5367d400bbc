package org.callwright.tms.web.answer;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators are told about the TMS dialect's API. Reserved: CWAPI 4200 to 4249. */
@MessageLogger(projectCode = "CWAPI", length = 4)
@ValidIdRange(min = 4200, max = 4249)
interface TmsWebLog extends BasicLogger {

    TmsWebLog LOG = Logger.getMessageLogger(TmsWebLog.class, "org.callwright.tms");

    @LogMessage(level = Level.ERROR)
    @Message(id = 4200, value = "A TMS request failed, its client was told 500")
    void requestFailed(@Cause Throwable cause);
}
