package org.callwright.call.value;

/** SID of a callback, {@code CB} and 32 lower-case hexadecimal digits; receivers know a repeated request by it. */
public record CallbackSid(String value) {

    public CallbackSid {
        Sids.check("CB", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
