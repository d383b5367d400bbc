package org.callwright.directory;

import java.util.Optional;
import java.util.Set;
import org.callwright.call.value.AccountSid;

/** Which numbers. In number and name, {@code %} stands for any text. */
public record NumberFilter(Set<AccountSid> accounts, Optional<String> number, Optional<String> friendlyName) {

    public NumberFilter {
        accounts = Set.copyOf(accounts);
    }
}
