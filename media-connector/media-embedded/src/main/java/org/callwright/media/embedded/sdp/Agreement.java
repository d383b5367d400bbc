package org.callwright.media.embedded.sdp;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * What both sides agreed on for the audio stream.
 *
 * @param index place of the stream among the m= lines
 * @param remote where the peer wants RTP; empty when it wants none (port or address zero)
 * @param remoteRtcp where the peer wants RTCP
 * @param direction seen from us
 * @param received payload types by which the peer may send audio, preferred one first
 * @param sent the payload type and codec by which we send
 * @param receivedEvents payload type of telephone-events from the peer, -1 for none
 * @param sentEvents payload type of telephone-events to the peer, -1 for none
 * @param ptime length of the packets we send, in ms
 */
public record Agreement(
        int index,
        Optional<InetSocketAddress> remote,
        Optional<InetSocketAddress> remoteRtcp,
        Direction direction,
        List<RtpMap> received,
        RtpMap sent,
        int receivedEvents,
        int sentEvents,
        int ptime) {
}
