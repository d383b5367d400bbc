package org.callwright.media.contract;

import java.net.InetAddress;
import java.time.Duration;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;

/** What all parts of the contract start from. */
interface ContractWorld {

    int FIRST_PORT = FreePorts.first(40);
    int LAST_PORT = FIRST_PORT + 39;

    MediaDriver driver();

    /** A server on the loopback address. */
    default MediaServer start() throws MediaException {
        return start(LAST_PORT, Duration.ZERO);
    }

    default MediaServer start(int lastPort, Duration inactivityLimit) throws MediaException {
        return driver().start(new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", FIRST_PORT,
                lastPort, inactivityLimit));
    }
}
