package org.callwright.call.value;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What recordings are written as; chosen by the account. */
public enum RecordingFormat {
    /** WAV, 8 kHz, 16-bit linear. */
    WAV,
    /** GSM 06.10, a tenth of the size; one channel. */
    GSM;

    /** Empty when there is no such format. */
    public static Optional<RecordingFormat> named(String name) {
        return Stream.of(values()).filter(format -> format.wireName().equalsIgnoreCase(name)).findFirst();
    }

    /** Lower-case, as files end. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
