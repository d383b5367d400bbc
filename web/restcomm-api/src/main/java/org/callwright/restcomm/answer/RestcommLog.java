package org.callwright.restcomm.answer;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators are told about the API. Reserved: CWAPI 4100 to 4149; 4001 to 4099 are the numbers of refusals. */
@MessageLogger(projectCode = "CWAPI", length = 4)
@ValidIdRange(min = 4100, max = 4149)
interface RestcommLog extends BasicLogger {

    RestcommLog LOG = Logger.getMessageLogger(RestcommLog.class, "org.callwright.restcomm");

    @LogMessage(level = Level.ERROR)
    @Message(id = 4100, value = "A request failed, its client was told CWAPI4019")
    void requestFailed(@Cause Throwable cause);
}
