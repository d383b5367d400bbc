package org.callwright.directory;

import java.time.Instant;
import java.util.Optional;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.call.value.WebTarget;

/**
 * A number of an account.
 *
 * @param number as dialled; for a number that exists on SIP only, also a name, a {@link NumberPattern} or {@code *}
 * @param sip exists on SIP only; unique in its organization
 * @param application asked before the voice URL, with the voice URL's method
 */
public record IncomingNumber(
        PhoneNumberSid sid,
        AccountSid account,
        OrganizationSid organization,
        String number,
        String friendlyName,
        boolean sip,
        Optional<WebTarget> voice,
        Optional<WebTarget> fallback,
        Optional<WebTarget> statusCallback,
        Optional<ApplicationSid> application,
        NumberOptions options,
        Instant created,
        Instant updated) {

    /** Matches every number that nothing else matches. */
    public static final String CATCH_ALL = "*";

    /** A number with voice URLs and nothing else. */
    public IncomingNumber(
            PhoneNumberSid sid,
            AccountSid account,
            OrganizationSid organization,
            String number,
            String friendlyName,
            boolean sip,
            Optional<WebTarget> voice,
            Optional<WebTarget> fallback,
            Optional<WebTarget> statusCallback,
            Instant created,
            Instant updated) {
        this(sid, account, organization, number, friendlyName, sip, voice, fallback, statusCallback, Optional.empty(),
                NumberOptions.DEFAULT, created, updated);
    }

    /** Whether it names the application for anything. */
    public boolean names(ApplicationSid sid) {
        return application.filter(sid::equals).isPresent() || options.names(sid);
    }

    /** The number without the application. */
    public IncomingNumber without(ApplicationSid gone) {
        return new IncomingNumber(sid, account, organization, number, friendlyName, sip, voice, fallback,
                statusCallback, application.filter(name -> !name.equals(gone)), options.without(gone), created, updated);
    }

    /** Whether it is found by its pattern, not by its text. */
    public boolean pattern() {
        return sip && (CATCH_ALL.equals(number) || NumberPattern.isPattern(number));
    }
}
