package org.callwright.media.mgcp.driver;

import org.callwright.media.contract.MediaDriverContract;
import org.callwright.media.spi.MediaDriver;

/**
 * The same when the network between call agent and gateway loses, doubles and delays one datagram in ten each, so that
 * some overtake others. Audio goes its own way, as in life.
 */
class MgcpDriverLossyContractTest implements MediaDriverContract {

    private static final long SEED = 3435;

    @Override
    public MediaDriver driver() {
        return new GatewayDriver(SEED, 0.1);
    }
}
