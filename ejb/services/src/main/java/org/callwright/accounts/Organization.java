package org.callwright.accounts;

import java.time.Instant;

/** A domain and the accounts in it. Lower-case domain; it is the natural key. */
public record Organization(OrganizationSid sid, String domain, Instant created, Instant updated) {

    /** Accounts that name no organization are in this one; it also answers for hosts that belong to nobody. */
    public static final String DEFAULT_DOMAIN = "default";
}
