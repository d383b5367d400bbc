package org.callwright.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Typed reading of environment variables: blank is the same as absent, a bad value names its key. */
record Environment(Map<String, String> env) {

    Optional<String> optional(String key) {
        return Optional.ofNullable(env.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    String text(String key, String fallback) {
        return optional(key).orElse(fallback);
    }

    String choice(String key, String... choices) {
        String value = text(key, choices[0]);
        if (!Arrays.asList(choices).contains(value)) {
            throw new SettingsException(key, value, "want one of " + String.join(", ", choices));
        }
        return value;
    }

    LocalTime time(String key, String fallback) {
        String text = text(key, fallback);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new SettingsException(key, text, "want a time of day such as 03:30");
        }
    }

    int port(String key, int fallback) {
        return integer(key, fallback, 1, 65_535);
    }

    int integer(String key, int fallback, int min, int max) {
        Optional<String> text = optional(key);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words as a number out of bounds
        }
        throw new SettingsException(key, text.get(), "want a number from " + min + " to " + max);
    }

    Duration millis(String key, int fallback, int min, int max) {
        return Duration.ofMillis(integer(key, fallback, min, max));
    }

    Duration seconds(String key, int fallback, int min, int max) {
        return Duration.ofSeconds(integer(key, fallback, min, max));
    }
}
