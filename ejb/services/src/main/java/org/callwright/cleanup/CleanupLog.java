package org.callwright.cleanup;

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

/**
 * What operators are told about clean-ups. Reserved: CWENG 3580 to 3599. Where a message is of any clean-up, its first
 * argument says what of.
 */
@MessageLogger(projectCode = "CWENG", length = 4)
@ValidIdRange(min = 3580, max = 3599)
public interface CleanupLog extends BasicLogger {

    CleanupLog LOG = Logger.getMessageLogger(CleanupLog.class, "org.callwright.cleanup");

    @LogMessage(level = Level.INFO)
    @Message(id = 3580, value = "%s are kept %s unless their account says otherwise; next clean-up %s")
    void scheduled(String what, Retention retention, Instant next);

    @LogMessage(level = Level.INFO)
    @Message(id = 3581, value = "Clean-up of recordings: %d examined, %d removed, %d bytes freed, %d failed, %d files"
            + " without a recording, %d recordings without a file, in %d ms")
    void cleaned(long examined, long removed, long bytes, long failed, long files, long rows, long millis);

    @LogMessage(level = Level.INFO)
    @Message(id = 3582, value = "Dry run of the clean-up of recordings: %d would be removed, %d bytes freed, %d files without"
            + " a recording, %d recordings without a file, in %d ms")
    void dryRun(long recordings, long bytes, long files, long rows, long millis);

    @LogMessage(level = Level.WARN)
    @Message(id = 3583, value = "%d recordings could not be removed and are tried again with the next clean-up,"
            + " %s among them")
    void notRemoved(long recordings, String example, @Cause Throwable cause);

    @LogMessage(level = Level.WARN)
    @Message(id = 3584, value = "%d files in the folder of recordings belong to no recording, such as %s")
    void filesWithoutRow(long files, String examples);

    @LogMessage(level = Level.WARN)
    @Message(id = 3585, value = "%d recordings have lost their file, such as %s")
    void rowsWithoutFile(long rows, String examples);

    @LogMessage(level = Level.WARN)
    @Message(id = 3586, value = "The clean-up of %s broke off after %d were removed; the next one goes on")
    void brokenOff(String what, long removed, @Cause Throwable cause);

    @LogMessage(level = Level.INFO)
    @Message(id = 3587, value = "The clean-up of %s ends early because the server stops; %d were removed")
    void stopped(String what, long removed);

    @LogMessage(level = Level.WARN)
    @Message(id = 3588, value = "A clean-up of %s is left out, as the one before it still runs")
    void leftOut(String what);

    @LogMessage(level = Level.WARN)
    @Message(id = 3589, value = "No clean-up of recordings: their folder can't be read")
    void folderAway();

    @LogMessage(level = Level.INFO)
    @Message(id = 3590, value = "Recordings of %d closed accounts: %d examined, %d removed, %d bytes freed, %d failed")
    void closedAccounts(int accounts, long examined, long removed, long bytes, long failed);

    @LogMessage(level = Level.INFO)
    @Message(id = 3592, value = "Clean-up of TMS messages: %d examined, %d removed with %d recipients, %d stay until their"
            + " webhooks are told, in %d ms")
    void messagesCleaned(long examined, long removed, long recipients, long waiting, long millis);

    @LogMessage(level = Level.INFO)
    @Message(id = 3596, value = "Dry run of the clean-up of TMS messages: %d would be removed with %d recipients, %d stay"
            + " until their webhooks are told, in %d ms")
    void messagesDryRun(long messages, long recipients, long waiting, long millis);
}
