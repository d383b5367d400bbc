package org.callwright.media.g729;

import org.callwright.media.contract.G729Contract;
import org.callwright.media.embedded.EmbeddedDriver;
import org.callwright.media.spi.MediaDriver;

/** The embedded driver with the plug-in on its class path. */
class G729DriverTest implements G729Contract {

    @Override
    public MediaDriver driver() {
        return new EmbeddedDriver();
    }
}
