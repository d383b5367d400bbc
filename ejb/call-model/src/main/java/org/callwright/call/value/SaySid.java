package org.callwright.call.value;

/** SID of a Say record: {@code SA} and 32 lower-case hexadecimal digits. */
public record SaySid(String value) {

    public SaySid {
        Sids.check("SA", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
