package org.callwright.bootstrap;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators are told about the start. Reserved: CWENG 3530 to 3549. */
@MessageLogger(projectCode = "CWENG", length = 4)
@ValidIdRange(min = 3530, max = 3549)
interface BootstrapLog extends BasicLogger {

    BootstrapLog LOG = Logger.getMessageLogger(BootstrapLog.class, "org.callwright.bootstrap");

    @LogMessage(level = Level.INFO)
    @Message(id = 3530, value = "Super admin is %s")
    void superAdmin(String sid);

    @LogMessage(level = Level.INFO)
    @Message(id = 3531, value = "Bootstrap file %s is applied: %d accounts, %d organizations")
    void applied(String file, int accounts, int organizations);
}
