package org.callwright.sip.container.connector;

import gov.nist.core.StackLogger;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * The SIP stack's log. The stack calls anything a peer can cause an error (a malformed message, a closed connection)
 * and
 * prints it whole; whoever can reach the port could fill the disk. So its words arrive at DEBUG of category
 * {@code gov.nist.javax.sip}, and only what it calls fatal at ERROR.
 */
public final class StackLog implements StackLogger {
    private static final Logger LOG = Logger.getLogger("gov.nist.javax.sip");

    @Override
    public boolean isLoggingEnabled() {
        return LOG.isDebugEnabled();
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level == TRACE_FATAL || (level >= TRACE_DEBUG ? LOG.isTraceEnabled() : LOG.isDebugEnabled());
    }

    @Override
    public void logFatalError(String message) {
        LOG.error(message);
    }

    @Override
    public void logError(String message) {
        LOG.debug(message);
    }

    @Override
    public void logError(String message, Exception cause) {
        LOG.debug(message, cause);
    }

    @Override
    public void logException(Throwable cause) {
        LOG.debug("exception in the SIP stack", cause);
    }

    @Override
    public void logWarning(String message) {
        LOG.debug(message);
    }

    @Override
    public void logInfo(String message) {
        LOG.debug(message);
    }

    @Override
    public void logDebug(String message) {
        LOG.trace(message);
    }

    @Override
    public void logDebug(String message, Exception cause) {
        LOG.trace(message, cause);
    }

    @Override
    public void logTrace(String message) {
        LOG.trace(message);
    }

    @Override
    public void logStackTrace() {
        LOG.trace("stack trace of the SIP stack", new Throwable());
    }

    @Override
    public void logStackTrace(int level) {
        logStackTrace();
    }

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public String getLoggerName() {
        return LOG.getName();
    }

    @Override
    public void disableLogging() {
        // levels belong to the logging configuration
    }

    @Override
    public void enableLogging() {
        // levels belong to the logging configuration
    }

    @Override
    public void setBuildTimeStamp(String stamp) {
        // of no use
    }

    @Override
    public void setStackProperties(Properties properties) {
        // levels belong to the logging configuration
    }
}
