package org.callwright.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Status of an account; only an active one may use the API and take calls. */
public enum AccountStatus {
    ACTIVE,
    CLOSED,
    SUSPENDED,
    INACTIVE,
    /** No password was set yet: may use its Accounts resource to set one, and nothing else. */
    UNINITIALIZED;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the API's name; case does not matter. */
    public static Optional<AccountStatus> parse(String text) {
        return Stream.of(values()).filter(status -> status.wireName().equalsIgnoreCase(text)).findFirst();
    }
}
