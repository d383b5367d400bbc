package org.callwright.media.jsr309.reflect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/**
 * Finds a driver of the API, by {@link ServiceLoader}: the API's own {@code DriverManager} relies on a mechanism that
 * Java has no more since version 9.
 */
public final class Implementation {

    private static final String DRIVER = "spi.Driver";
    private static final String DRIVER_MANAGER = "spi.DriverManager";
    private static final String FACTORY = "MsControlFactory";

    private Implementation() {
    }

    /**
     * The factory of a driver.
     *
     * @param name the driver's name; without one there must be just one driver
     * @param settings the driver's own
     * @throws MediaException {@link MediaFailure#RESOURCE_UNAVAILABLE} when there is no API, no such driver, or the
     *         driver gives no factory; the message says which
     */
    public static Handle factory(ClassLoader loader, Optional<String> name, Properties settings) throws MediaException {
        Nouns nouns = new Nouns(loader);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            wakeDriverManager(nouns);
            return chosen(drivers(nouns), name).get(FACTORY, "getFactory", settings);
        } catch (MediaException | ServiceConfigurationError e) {
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, e.getMessage(), e);
        } catch (LinkageError e) {
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, "a driver can't be loaded: " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Drivers register with the API's manager as they are loaded. It looks for drivers when it is used first, which
     * fails since Java 9, and with it the driver's own loading; used once more it takes them.
     */
    private static void wakeDriverManager(Nouns nouns) {
        try {
            nouns.type(DRIVER_MANAGER).getMethod("getDrivers").invoke(null);
        } catch (MediaException | ReflectiveOperationException expected) {
            // the drivers are looked for here; an API without a manager has none that could be in the way
        }
    }

    private static List<Handle> drivers(Nouns nouns) throws MediaException {
        List<Handle> drivers = new ArrayList<>();
        for (Object driver : ServiceLoader.load(nouns.type(DRIVER), nouns.loader())) {
            drivers.add(nouns.handle(DRIVER, driver));
        }
        return drivers;
    }

    private static Handle chosen(List<Handle> drivers, Optional<String> name) throws MediaException {
        List<String> names = new ArrayList<>();
        for (Handle driver : drivers) {
            names.add(String.valueOf(driver.call("getName")));
        }
        int index = name.map(names::indexOf).orElse(names.size() == 1 ? 0 : -1);
        if (index < 0) {
            String wanted = name.map(missing -> "there is no driver " + missing).orElse("one driver is wanted");
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, wanted + ", there are " + names);
        }
        return drivers.get(index);
    }
}
