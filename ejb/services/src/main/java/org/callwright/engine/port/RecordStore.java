package org.callwright.engine.port;

import org.callwright.call.Effect;

/**
 * Writes rows. Returns at once; rows of one call are written in the order they were given, and again until they are
 * written when the database is away for a while. Writing the same record twice leaves one row.
 */
public interface RecordStore {

    void write(Effect.Record record);
}
