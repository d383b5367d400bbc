package org.callwright.media.embedded;

import java.io.IOException;
import java.security.SecureRandom;
import org.callwright.media.embedded.rtp.PortAllocator;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;

/** The driver {@code embedded}: RTP, playing and recording in this JVM, without an outside media server. */
public final class EmbeddedDriver implements MediaDriver {

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public MediaServer start(MediaServerConfig config) throws MediaException {
        PortAllocator ports = new PortAllocator(config.bindAddress(), config.rtpPortMin(), config.rtpPortMax(),
                new SecureRandom());
        try {
            ports.release(ports.allocate());
        } catch (IOException e) {
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, e.getMessage(), e);
        }
        Engine engine = new Engine(config, ports);
        engine.start();
        return new EmbeddedServer(engine);
    }
}
