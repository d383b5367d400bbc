package org.callwright.media.contract;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;

/** What all parts of the contract start from. */
interface ContractWorld {

    int FIRST_PORT = FreePorts.first(40);
    int LAST_PORT = FIRST_PORT + 39;

    MediaDriver driver();

    /** What the driver leaves out. */
    default Set<Extra> leftOut() {
        return Set.of();
    }

    /** Goes on with the test only when the driver has that; it must unless it says otherwise. */
    default void needs(Extra extra) {
        assumeThat(leftOut().contains(extra)).as("left out by the driver").isFalse();
    }

    /** A server on the loopback address. */
    default MediaServer start() throws MediaException {
        return start(LAST_PORT, Duration.ZERO);
    }

    default MediaServer start(int lastPort, Duration inactivityLimit) throws MediaException {
        return driver().start(new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", FIRST_PORT,
                lastPort, inactivityLimit));
    }
}
