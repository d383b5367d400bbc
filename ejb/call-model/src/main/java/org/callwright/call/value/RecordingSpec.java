package org.callwright.call.value;

import java.time.Duration;

/**
 * How to record; see {@code spec} Record verb: beep first, longest length, silence that ends it (zero: never), and what
 * of the call.
 */
public record RecordingSpec(boolean beep, Duration maxLength, Duration silenceTimeout, RecordedParties parties) {

    /** Of the peer alone. */
    public RecordingSpec(boolean beep, Duration maxLength, Duration silenceTimeout) {
        this(beep, maxLength, silenceTimeout, RecordedParties.PEER);
    }

    /** As far as a file of that format can hold it: GSM has one channel. */
    public RecordingSpec in(RecordingFormat format) {
        return format == RecordingFormat.GSM && parties == RecordedParties.SEPARATE
                ? new RecordingSpec(beep, maxLength, silenceTimeout, RecordedParties.MIXED)
                : this;
    }
}
