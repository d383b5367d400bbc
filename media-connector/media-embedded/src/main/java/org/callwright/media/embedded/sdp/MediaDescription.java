package org.callwright.media.embedded.sdp;

import java.util.List;
import java.util.Optional;

/**
 * One m= section.
 *
 * @param formats as written in the m= line
 * @param rtpMaps the formats that are payload types with a known meaning, in the order of the m= line
 * @param connection the address of c=, the section's own or the session's; empty when there is none
 * @param direction of this section or else of the session
 * @param rtcpPort from a=rtcp (RFC 3605), 0 when not given
 * @param ptime a=ptime in ms, 0 when not given
 * @param maxptime a=maxptime in ms, 0 when not given
 */
public record MediaDescription(
        String type,
        int port,
        String protocol,
        List<String> formats,
        List<RtpMap> rtpMaps,
        Optional<String> connection,
        Direction direction,
        int rtcpPort,
        int ptime,
        int maxptime) {

    /** Whether it is audio over plain RTP that is not switched off. */
    public boolean plainRtpAudio() {
        return type.equals("audio") && protocol.equalsIgnoreCase("RTP/AVP") && port != 0;
    }

    /** The section as a refusal: same kind, port 0 (RFC 3264, 6). */
    String refused() {
        return "m=" + type + " 0 " + protocol + ' ' + String.join(" ", formats) + "\r\n";
    }
}
