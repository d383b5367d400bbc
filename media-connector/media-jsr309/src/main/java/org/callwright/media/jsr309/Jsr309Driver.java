package org.callwright.media.jsr309;

import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.jsr309.reflect.Implementation;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;

/** The driver {@code jsr309}: media by an implementation of JSR 309 that the operator brings. */
public final class Jsr309Driver implements MediaDriver {

    @Override
    public String name() {
        return "jsr309";
    }

    /**
     * Finds the implementation. Addresses and ports of the configuration are not for it: it has its own.
     *
     * @throws MediaException with {@link MediaFailure#RESOURCE_UNAVAILABLE} and CWMED1702 when there is none
     */
    @Override
    public MediaServer start(MediaServerConfig config) throws MediaException {
        Jsr309Settings settings = Jsr309Settings.of(config.properties());
        ImplementationLoader loader = ImplementationLoader.of(settings);
        try {
            Handle factory = Implementation.factory(loader.loader(), settings.driver(), settings.driverProperties());
            SegmentFiles files = new SegmentFiles(settings.pathHere(), settings.pathThere());
            Jsr309Messages.started(loader.from());
            return new Jsr309Server(factory, files, config.inactivityLimit(), loader);
        } catch (MediaException e) {
            loader.close();
            throw new MediaException(e.failure(), Jsr309Messages.missing(e.getMessage()), e);
        }
    }
}
