package org.callwright.call.state;

import java.time.Instant;
import java.util.Optional;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.SaySid;

/** Something that media is doing and will tell the end of; it carries what its row needs then. */
public sealed interface Operation {

    long number();

    /** Whether the program neither began it nor waits for its end. */
    default boolean besideTheProgram() {
        return false;
    }

    /** A Say. */
    record Speech(long number, SaySid sid, Instant created, int characterCount, String language, String voice, int loop)
            implements Operation {
    }

    /** A Play. */
    record Audio(long number) implements Operation {
    }

    /** A Record, or a recording that was asked for from outside. */
    record Recording(long number, RecordingSid sid, Instant created, Optional<LiveRecording> live)
            implements Operation {

        @Override
        public boolean besideTheProgram() {
            return live.isPresent();
        }
    }
}
