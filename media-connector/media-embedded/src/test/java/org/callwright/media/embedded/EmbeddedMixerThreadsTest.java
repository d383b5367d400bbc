package org.callwright.media.embedded;

import java.util.Map;
import org.callwright.media.contract.BridgeContract;
import org.callwright.media.contract.MixerContract;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;

/** The same mixes on a machine with more cores: sessions live on three tick threads and move to that of their mixer. */
class EmbeddedMixerThreadsTest implements MixerContract, BridgeContract {

    @Override
    public MediaDriver driver() {
        return new MediaDriver() {
            @Override
            public String name() {
                return "embedded";
            }

            @Override
            public MediaServer start(MediaServerConfig config) throws MediaException {
                return new EmbeddedDriver().start(new MediaServerConfig(config.bindAddress(),
                        config.advertisedAddress(), config.rtpPortMin(), config.rtpPortMax(), config.inactivityLimit(),
                        Map.of(Engine.TICK_THREADS, "3")));
            }
        };
    }
}
