package org.callwright.media.embedded.rtp;

import java.net.InetSocketAddress;
import org.callwright.media.spi.MediaCodec;

/**
 * How a leg sends and receives since the last offer and answer.
 *
 * @param remote where SDP says the peer is; null when it wants no media
 * @param remoteRtcp where SDP says its RTCP goes; null likewise
 * @param sends whether the peer wants to hear us
 * @param peerSends whether the peer is to send, so that its silence is suspicious; one that holds the call need not
 * @param decoders by payload type, null where none was agreed
 * @param packetSamples samples of each packet that we send
 * @param sentEventPayloadType by which the peer takes telephone-events, -1 for none
 */
public record MediaPlan(
        InetSocketAddress remote,
        InetSocketAddress remoteRtcp,
        boolean sends,
        boolean peerSends,
        MediaCodec[] decoders,
        int eventPayloadType,
        MediaCodec encoder,
        int sentPayloadType,
        int packetSamples,
        int sentEventPayloadType) {
}
