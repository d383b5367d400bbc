package org.callwright.tms.web.resource;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.tms.RecipientList;

/** Names of the parts of a message's recipients, as they stand in paths. */
final class Lists {

    private Lists() {
    }

    static String name(RecipientList list) {
        return list.name().toLowerCase(Locale.ROOT);
    }

    /** A part by its name; the whole has none. */
    static Optional<RecipientList> part(String name) {
        return Stream.of(RecipientList.values())
                .filter(list -> list != RecipientList.ALL && name(list).equals(name))
                .findFirst();
    }
}
