package org.callwright.telesign;

import java.util.Optional;

/**
 * Numbers that begin with these digits, a country's code or more, are not called.
 *
 * @param type for messages of this type only
 */
public record PrefixRule(String prefix, Optional<MessageType> type) {

    boolean forbids(String number, MessageType wanted) {
        return number.startsWith(prefix) && type.filter(only -> only != wanted).isEmpty();
    }
}
