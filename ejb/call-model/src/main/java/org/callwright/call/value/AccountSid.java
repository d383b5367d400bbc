package org.callwright.call.value;

/** SID of an account: {@code AC} and 32 lower-case hexadecimal digits. */
public record AccountSid(String value) {

    public AccountSid {
        Sids.check("AC", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
