package org.callwright.settings;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the environment says to one media driver alone, under the names that the driver has for it. */
final class DriverProperties {

    private DriverProperties() {
    }

    /** {@code CALLWRIGHT_DRIVER_SOME_THING} is {@code driver.some-thing}; what is blank is not said. */
    static Map<String, String> of(String driver, Map<String, String> env) {
        String prefix = "CALLWRIGHT_" + driver.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        Map<String, String> properties = new TreeMap<>();
        env.forEach((key, value) -> {
            if (key.startsWith(prefix) && !value.isBlank()) {
                String name = key.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-');
                properties.put(driver + "." + name, value.strip());
            }
        });
        return properties;
    }
}
