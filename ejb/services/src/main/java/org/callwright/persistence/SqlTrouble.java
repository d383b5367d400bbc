package org.callwright.persistence;

import java.sql.SQLException;
import java.util.Set;

/**
 * Tells by SQLSTATE (ISO 9075, its first two characters are the class) whether the database refuses what it was given, or
 * can't do it now: connection lost, shutting down, disk full, too many connections, deadlock, read-only for a while.
 */
final class SqlTrouble {

    /** Bad data, broken constraint, unknown table or column: these stay wrong however often they are tried. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "42");

    private SqlTrouble() {
    }

    /** Whether it passes by itself; false too when no database spoke. */
    static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().length() == 5) {
                return !REFUSALS.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return false;
    }

    /** Whether somebody else has just taken a name that may be there once. */
    static boolean isTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
