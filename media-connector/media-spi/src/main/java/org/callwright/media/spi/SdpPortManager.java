package org.callwright.media.spi;

import java.util.concurrent.CompletionStage;

/**
 * Offer and answer of one network connection (RFC 3264; JSR 309: {@code SdpPortManager}).
 *
 * <p>Stages fail with a {@link MediaException}: {@link MediaFailure#SDP_NOT_ACCEPTABLE} when no codec is common (SIP
 * 488), {@link MediaFailure#SDP_MALFORMED} when the text is no SDP (SIP 400), {@link MediaFailure#RESOURCE_UNAVAILABLE}
 * when no port is free (SIP 503). A failed renegotiation leaves the session as it was.
 */
public interface SdpPortManager {

    /** Takes the peer's offer, first or renewed (hold, codec change), and gives the answer. */
    CompletionStage<String> processSdpOffer(String offer);

    /** Makes an offer of our own: for calls that we place and for INVITEs that carry none. */
    CompletionStage<String> generateSdpOffer();

    /**
     * Takes the peer's answer to {@link #generateSdpOffer}. It may come again or be followed by another one to the same
     * offer (early media, then the final answer): the latest holds.
     */
    CompletionStage<Void> processSdpAnswer(String answer);
}
