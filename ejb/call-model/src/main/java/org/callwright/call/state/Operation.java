package org.callwright.call.state;

import java.time.Instant;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.SaySid;

/** Something that media is doing and will tell the end of; it carries what its row needs then. */
public sealed interface Operation {

    long number();

    /** A Say. */
    record Speech(long number, SaySid sid, Instant created, int characterCount, String language, String voice, int loop)
            implements Operation {
    }

    /** A Play. */
    record Audio(long number) implements Operation {
    }

    /** A Record. */
    record Recording(long number, RecordingSid sid, Instant created) implements Operation {
    }
}
