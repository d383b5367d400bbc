package org.callwright.call.value;

/** SID of an incoming phone number: {@code PN} and 32 lower-case hexadecimal digits. */
public record PhoneNumberSid(String value) {

    public PhoneNumberSid {
        Sids.check("PN", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
