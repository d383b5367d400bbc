package org.callwright.media.mgcp.driver;

import java.io.IOException;
import org.callwright.media.mgcp.agent.AgentSettings;
import org.callwright.media.mgcp.agent.AgentSettingsReader;
import org.callwright.media.mgcp.agent.CallAgent;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;

/**
 * The driver {@code mgcp}: RTP, playing and recording at media servers of their own, steered by MGCP. It starts whether
 * or not they are there; a call that comes while there are none is refused.
 */
public final class MgcpDriver implements MediaDriver {

    @Override
    public String name() {
        return "mgcp";
    }

    /**
     * {@inheritDoc}
     *
     * @throws MediaException also with {@link MediaFailure#INTERNAL} when a property {@code mgcp.…} can't be used;
     *         the message names it
     */
    @Override
    public MediaServer start(MediaServerConfig config) throws MediaException {
        try {
            AgentSettings settings = AgentSettingsReader.read(config);
            return new MgcpServer(CallAgent.start(settings, config.advertisedAddress()), config.inactivityLimit());
        } catch (IllegalArgumentException e) {
            throw new MediaException(MediaFailure.INTERNAL, e.getMessage(), e);
        } catch (IOException e) {
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, e.getMessage(), e);
        }
    }
}
