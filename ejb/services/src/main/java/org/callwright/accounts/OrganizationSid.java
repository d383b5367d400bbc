package org.callwright.accounts;

import java.util.regex.Pattern;

/** SID of an organization: {@code OR} and 32 lower-case hexadecimal digits. */
public record OrganizationSid(String value) {

    private static final Pattern FORM = Pattern.compile("OR[0-9a-f]{32}");

    public OrganizationSid {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an organization SID: " + value);
        }
    }

    /** The SID of a domain's organization; the same on every node. */
    public static OrganizationSid ofDomain(String domain) {
        return new OrganizationSid("OR" + Digests.md5Hex(domain));
    }

    @Override
    public String toString() {
        return value;
    }
}
