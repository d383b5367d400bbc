package org.callwright.engine.port;

import java.time.Duration;
import org.callwright.call.value.RecordingSid;

/** Mends the file of a recording whose server died while it was made. */
@FunctionalInterface
public interface RecordingRescue {

    /** The length of the audio that was saved; zero when there is none. Asking again changes nothing. */
    Duration repair(RecordingSid recording);
}
