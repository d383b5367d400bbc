package org.callwright.telesign;

import java.util.Optional;
import java.util.stream.Stream;

/** What a message is for. */
public enum MessageType {
    /** One-time passwords. */
    OTP,
    /** Alerts, reminders and notifications. */
    ARN,
    /** Marketing. */
    MKT;

    /** Case does not matter. */
    public static Optional<MessageType> parse(String text) {
        return Stream.of(values()).filter(type -> type.name().equalsIgnoreCase(text)).findFirst();
    }
}
