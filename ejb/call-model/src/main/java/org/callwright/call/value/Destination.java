package org.callwright.call.value;

import java.util.Optional;

/**
 * Where a dialled number leads.
 *
 * @param voice what to ask when somebody calls; empty when the number has no application
 * @param fallback asked when the initial document can't be had
 * @param statusCallback told of the call's statuses
 * @param recordings what the account's recordings are written as
 */
public record Destination(
        AccountSid account,
        PhoneNumberSid number,
        Optional<WebTarget> voice,
        Optional<WebTarget> fallback,
        Optional<WebTarget> statusCallback,
        RecordingFormat recordings) {

    /** A number of an account that chose no format of recordings. */
    public Destination(AccountSid account, PhoneNumberSid number, Optional<WebTarget> voice,
            Optional<WebTarget> fallback, Optional<WebTarget> statusCallback) {
        this(account, number, voice, fallback, statusCallback, RecordingFormat.WAV);
    }

    /** A number of whose calls nobody is told. */
    public Destination(
            AccountSid account, PhoneNumberSid number, Optional<WebTarget> voice, Optional<WebTarget> fallback) {
        this(account, number, voice, fallback, Optional.empty());
    }
}
