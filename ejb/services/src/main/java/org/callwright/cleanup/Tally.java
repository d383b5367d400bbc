package org.callwright.cleanup;

import java.util.Optional;
import org.callwright.call.value.RecordingSid;
import org.callwright.recordings.Recordings;

/**
 * What a clean-up has done so far.
 *
 * @param examined recordings whose time was over
 * @param removed rows; none in a dry run
 * @param bytes of audio; in a dry run, what would be freed
 * @param failed recordings that stay because their audio can't be removed
 * @param example one of those, and why
 */
record Tally(long examined, long removed, long bytes, long failed, Optional<Failure> example) {

    static final Tally NONE = new Tally(0, 0, 0, 0, Optional.empty());

    /** A recording that could not be removed. */
    record Failure(RecordingSid recording, Exception cause) {
    }

    Tally plus(Tally other) {
        return new Tally(examined + other.examined, removed + other.removed, bytes + other.bytes,
                failed + other.failed, example.or(other::example));
    }

    static Tally of(int examined, Recordings.Removal removal) {
        return new Tally(examined, removal.rows(), removal.bytes(), removal.failures().size(),
                removal.failures().entrySet().stream().findFirst().map(
                        failure -> new Failure(failure.getKey(), failure.getValue())));
    }
}
