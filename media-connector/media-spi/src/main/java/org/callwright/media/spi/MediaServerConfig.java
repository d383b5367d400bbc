package org.callwright.media.spi;

import java.net.InetAddress;
import java.time.Duration;

/**
 * What a media server is started with.
 *
 * @param bindAddress address that RTP sockets are bound to
 * @param advertisedAddress host or address written into SDP; differs from the bind address behind a NAT
 * @param rtpPortMin first RTP port, even
 * @param rtpPortMax last port that may be used, inclusive (RTCP takes the odd port above each RTP port)
 * @param inactivityLimit after so long without any RTP or RTCP from the peer {@link NetworkConnectionListener#inactive}
 *        is told once; zero switches it off
 */
public record MediaServerConfig(
        InetAddress bindAddress,
        String advertisedAddress,
        int rtpPortMin,
        int rtpPortMax,
        Duration inactivityLimit) {

    public MediaServerConfig {
        if (rtpPortMin < 1 || rtpPortMax > 65_535 || rtpPortMax <= rtpPortMin) {
            throw new IllegalArgumentException("RTP port range " + rtpPortMin + "-" + rtpPortMax + " is not usable");
        }
    }
}
