package org.callwright.media.spi;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;

/**
 * What a media server is started with.
 *
 * @param bindAddress address that RTP sockets are bound to
 * @param advertisedAddress host or address written into SDP; differs from the bind address behind a NAT
 * @param rtpPortMin first RTP port, even
 * @param rtpPortMax last port that may be used, inclusive (RTCP takes the odd port above each RTP port)
 * @param inactivityLimit after so long without any RTP or RTCP from the peer {@link NetworkConnectionListener#inactive}
 *        is told once; zero switches it off
 * @param properties what one driver alone needs, under names that begin with the driver's, such as {@code mgcp.servers}
 */
public record MediaServerConfig(
        InetAddress bindAddress,
        String advertisedAddress,
        int rtpPortMin,
        int rtpPortMax,
        Duration inactivityLimit,
        Map<String, String> properties) {

    public MediaServerConfig {
        if (rtpPortMin < 1 || rtpPortMax > 65_535 || rtpPortMax <= rtpPortMin) {
            throw new IllegalArgumentException("RTP port range " + rtpPortMin + "-" + rtpPortMax + " is not usable");
        }
        properties = Map.copyOf(properties);
    }

    /** Without properties of a driver. */
    public MediaServerConfig(InetAddress bindAddress, String advertisedAddress, int rtpPortMin, int rtpPortMax,
            Duration inactivityLimit) {
        this(bindAddress, advertisedAddress, rtpPortMin, rtpPortMax, inactivityLimit, Map.of());
    }
}
