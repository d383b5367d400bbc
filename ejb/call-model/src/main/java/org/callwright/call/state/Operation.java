package org.callwright.call.state;

import java.time.Instant;
import java.util.Optional;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.SaySid;
import org.callwright.call.value.WebTarget;

/** Something that media is doing and will tell the end of; it carries what its row needs then. */
public sealed interface Operation {

    long number();

    /** Whether it goes on when the program is replaced. */
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

    /**
     * Listening who answered. No new document ends it.
     *
     * @param callback told the result
     */
    record Detection(long number, Optional<WebTarget> callback) implements Operation {

        @Override
        public boolean besideTheProgram() {
            return true;
        }
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
