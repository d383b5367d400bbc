package org.callwright.directory;

import java.time.Instant;
import java.util.Optional;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.WebTarget;

/**
 * A SIP client that may register. Its password is kept only as what digest authentication needs.
 *
 * @param sid {@code CL} and 32 hexadecimal digits
 * @param login unique in its organization
 * @param ha1Md5 MD5 of {@code login:realm:password}, the realm being the organization's domain (RFC 7616)
 * @param ha1Sha256 the same by SHA-256
 */
public record SipClient(
        String sid,
        AccountSid account,
        OrganizationSid organization,
        String login,
        String friendlyName,
        String ha1Md5,
        String ha1Sha256,
        boolean enabled,
        Optional<WebTarget> voice,
        Optional<WebTarget> fallback,
        Optional<ApplicationSid> application,
        Instant created,
        Instant updated) {

    /** The client without the application. */
    public SipClient without(ApplicationSid gone) {
        return new SipClient(sid, account, organization, login, friendlyName, ha1Md5, ha1Sha256, enabled, voice, fallback,
                application.filter(name -> !name.equals(gone)), created, updated);
    }

    @Override
    public String toString() {
        return "SipClient[" + sid + ", " + login + "]";
    }
}
