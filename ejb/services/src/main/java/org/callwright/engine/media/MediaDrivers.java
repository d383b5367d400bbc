package org.callwright.engine.media;

import java.util.ServiceLoader;
import java.util.TreeMap;
import org.callwright.media.spi.MediaDriver;

/** Finds the driver that the configuration names, among those the application and this module bring. */
public final class MediaDrivers {

    private MediaDrivers() {
    }

    /** Gives the driver, or fails with the names there are. */
    public static MediaDriver named(String name) {
        TreeMap<String, MediaDriver> found = new TreeMap<>();
        ServiceLoader.load(MediaDriver.class, MediaDrivers.class.getClassLoader())
                .forEach(driver -> found.putIfAbsent(driver.name(), driver));
        ServiceLoader.load(MediaDriver.class).forEach(driver -> found.putIfAbsent(driver.name(), driver));
        MediaDriver driver = found.get(name);
        if (driver == null) {
            throw new IllegalStateException("CALLWRIGHT_MEDIA_DRIVER=" + name + ": there is no such media driver, only "
                    + found.keySet());
        }
        return driver;
    }
}
