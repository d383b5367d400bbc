package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.util.concurrent.atomic.AtomicLong;
import org.callwright.media.contract.MediaDriverContract;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaSession;
import org.junit.jupiter.api.Test;

/**
 * The same when the network between call agent and gateway loses, doubles and delays one datagram in ten each, so that
 * some overtake others; in each test others. Audio goes its own way, as in life.
 */
class MgcpDriverLossyContractTest implements MediaDriverContract {

    private static final AtomicLong SEEDS = new AtomicLong(3435);

    @Override
    public MediaDriver driver() {
        return new GatewayDriver(SEEDS.getAndIncrement(), 0.1);
    }

    @Test
    void networkShouldBeAsBadAsItIsSaidToBe() throws Exception {
        try (GatewayDriver.Running running = (GatewayDriver.Running) start()) {
            for (int i = 0; i < 15; i++) {
                MediaSession session = running.createMediaSession("CA" + i);
                result(session.createNetworkConnection(silence -> { }).sdpPortManager().generateSdpOffer());
                session.release();
            }
            soon("all are over", () -> running.statistics().sessionsActive() == 0);
            assertThat(running.proxy().mischief()).isGreaterThan(10);
            assertThat(running.gateway().counters().repeated.sum()).isPositive();
        }
    }
}
