package org.callwright.call.value;

/** SID of a notification: {@code NO} and 32 lower-case hexadecimal digits. */
public record NotificationSid(String value) {

    public NotificationSid {
        Sids.check("NO", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
