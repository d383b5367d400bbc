package org.callwright.persistence;

import java.util.List;
import org.callwright.call.Effect;

/** Where the writer brings rows to. */
interface RowSink {

    /** Writes all of them in this order and in one transaction, or none and fails. Written twice is written once. */
    void write(List<Effect.Record> rows);

    /** Whether the database answers at all. */
    boolean answers();
}
