package org.callwright.sip.container.connector;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;

/**
 * The stack's log of whole messages: none, as messages carry credentials and digits. A capture tool sees them better.
 */
public final class NoMessageLog implements ServerLogger {

    @Override
    public void closeLogFile() {
        // there is no file
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
        // not kept
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender, long time) {
        // not kept
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender) {
        // not kept
    }

    @Override
    public void logException(Exception cause) {
        // the stack's own log has it
    }

    @Override
    public void setStackProperties(Properties properties) {
        // nothing to set
    }

    @Override
    public void setSipStack(SipStack stack) {
        // nothing to keep
    }
}
