package org.callwright.media.embedded;

import org.callwright.media.contract.BridgeContract;
import org.callwright.media.contract.GsmFileContract;
import org.callwright.media.contract.MediaDriverContract;
import org.callwright.media.spi.MediaDriver;

/** The embedded driver keeps the contract of all drivers. */
class EmbeddedDriverContractTest implements MediaDriverContract, BridgeContract, GsmFileContract {

    @Override
    public MediaDriver driver() {
        return new EmbeddedDriver();
    }
}
