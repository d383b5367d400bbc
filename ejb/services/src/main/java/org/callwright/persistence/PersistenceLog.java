package org.callwright.persistence;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators are told about the database. Reserved: CWENG 3500 to 3529. */
@MessageLogger(projectCode = "CWENG", length = 4)
@ValidIdRange(min = 3500, max = 3529)
interface PersistenceLog extends BasicLogger {

    PersistenceLog LOG = Logger.getMessageLogger(PersistenceLog.class, "org.callwright.persistence");

    @LogMessage(level = Level.INFO)
    @Message(id = 3500, value = "Schema is ready: %d migrations run, version %s")
    void schemaReady(int migrations, String version);

    @LogMessage(level = Level.WARN)
    @Message(id = 3501, value = "The database is away; %d rows wait and are written when it is back")
    void databaseAway(int rows, @Cause Throwable cause);

    @LogMessage(level = Level.INFO)
    @Message(id = 3502, value = "The database is back; writing %d rows that waited")
    void databaseBack(int rows);

    @LogMessage(level = Level.ERROR)
    @Message(id = 3503, value = "Row %s is set aside: the database refused it %d times")
    void rowSetAside(String sid, int tries, @Cause Throwable cause);

    @LogMessage(level = Level.ERROR)
    @Message(id = 3504, value = "No more rows are taken, %d wait already; rows are being lost")
    void queueFull(int rows);

    @LogMessage(level = Level.WARN)
    @Message(id = 3505, value = "Rows are taken again; %d were lost")
    void queueHasRoomAgain(long lost);

    @LogMessage(level = Level.ERROR)
    @Message(id = 3506, value = "%d rows could not be written before the shutdown and are lost")
    void rowsLostAtShutdown(int rows);

    @LogMessage(level = Level.WARN)
    @Message(id = 3507, value = "The audio of recording %s could not be removed")
    void audioNotRemoved(String sid, @Cause Throwable cause);

    @LogMessage(level = Level.WARN)
    @Message(id = 3508, value = "%d rows could not be written before the shutdown; they are kept and written at the next start")
    void rowsKeptForTheNextStart(int rows);

    @LogMessage(level = Level.INFO)
    @Message(id = 3509, value = "%d rows of the run before wait on the disk and are written now")
    void journalFound(int rows);

    @LogMessage(level = Level.ERROR)
    @Message(id = 3510, value = "%d bytes of waiting rows can't be read; they were set aside as %s")
    void journalDamaged(long bytes, String file, @Cause Throwable cause);

    @LogMessage(level = Level.ERROR)
    @Message(id = 3511, value = "The file of waiting rows can't be used")
    void journalFailed(@Cause Throwable cause);
}
