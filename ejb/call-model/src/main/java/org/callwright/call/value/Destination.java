package org.callwright.call.value;

import java.util.Optional;

/**
 * Where a dialled number leads.
 *
 * @param voice what to ask when somebody calls; empty when the number has no application
 * @param fallback asked when the initial document can't be had
 * @param statusCallback told of the call's statuses
 */
public record Destination(
        AccountSid account,
        PhoneNumberSid number,
        Optional<WebTarget> voice,
        Optional<WebTarget> fallback,
        Optional<WebTarget> statusCallback) {

    /** A number of whose calls nobody is told. */
    public Destination(
            AccountSid account, PhoneNumberSid number, Optional<WebTarget> voice, Optional<WebTarget> fallback) {
        this(account, number, voice, fallback, Optional.empty());
    }
}
