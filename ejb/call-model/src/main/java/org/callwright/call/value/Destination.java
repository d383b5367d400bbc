package org.callwright.call.value;

import java.util.Optional;

/**
 * Where a dialled number leads.
 *
 * @param voice what to ask when somebody calls; empty when the number has no application
 * @param fallback asked when the initial document can't be had
 */
public record Destination(
        AccountSid account, PhoneNumberSid number, Optional<WebTarget> voice, Optional<WebTarget> fallback) {
}
