package org.callwright.media.mgcp.driver;

import org.callwright.media.contract.BridgeContract;
import org.callwright.media.contract.GsmFileContract;
import org.callwright.media.contract.MediaDriverContract;
import org.callwright.media.spi.MediaDriver;

/** The MGCP driver with our gateway keeps the contract of all drivers, with GSM files too. */
class MgcpDriverContractTest implements MediaDriverContract, BridgeContract, GsmFileContract {

    @Override
    public MediaDriver driver() {
        return new GatewayDriver(0, 0);
    }
}
