package org.callwright.media.spi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One RTP leg towards a peer (JSR 309: {@code NetworkConnection}), steered by its SDP. */
public interface NetworkConnection extends Joinable {

    SdpPortManager sdpPortManager();

    /**
     * What the leg counted so far; after its release, what it had counted by then. Nothing when the driver does not
     * count. A driver that has to ask another machine tells what it last knew when there is no answer. Never fails.
     */
    default CompletionStage<ConnectionStatistics> statistics() {
        return CompletableFuture.completedStage(ConnectionStatistics.NONE);
    }

    /** Frees the leg's ports; does nothing the second time. */
    void release();
}
