package org.callwright.directory;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.call.value.AccountSid;

/**
 * An application: a named URL that several numbers and clients share, so that one change moves them all.
 *
 * @param rcmlUrl absolute; an application may be made before it has one
 */
public record VoiceApplication(
        ApplicationSid sid,
        AccountSid account,
        String friendlyName,
        Optional<URI> rcmlUrl,
        Kind kind,
        boolean callerIdLookup,
        Instant created,
        Instant updated) {

    /** What asks it. */
    public enum Kind {
        VOICE, SMS, USSD;

        /** As the API writes it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the API's name; case does not matter. */
        public static Optional<Kind> parse(String text) {
            return Stream.of(values()).filter(kind -> kind.wireName().equalsIgnoreCase(text)).findFirst();
        }
    }
}
