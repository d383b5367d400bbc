package org.callwright.media.spi;

/** One RTP leg towards a peer (JSR 309: {@code NetworkConnection}), steered by its SDP. */
public interface NetworkConnection extends Joinable {

    SdpPortManager sdpPortManager();

    /** Frees the leg's ports; does nothing the second time. */
    void release();
}
