package org.callwright.call.value;

/** SID of a recording: {@code RE} and 32 lower-case hexadecimal digits. */
public record RecordingSid(String value) {

    public RecordingSid {
        Sids.check("RE", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
