package org.callwright.media.embedded;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.embedded.rtp.MediaPlan;
import org.callwright.media.embedded.rtp.PortPair;
import org.callwright.media.embedded.sdp.Agreement;
import org.callwright.media.embedded.sdp.MediaDescription;
import org.callwright.media.embedded.sdp.Negotiator;
import org.callwright.media.embedded.sdp.RtpMap;
import org.callwright.media.embedded.sdp.SdpException;
import org.callwright.media.embedded.sdp.SdpParser;
import org.callwright.media.embedded.sdp.SdpWriter;
import org.callwright.media.embedded.sdp.SessionDescription;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.SdpPortManager;

/**
 * Offer and answer of one connection. All of it runs on the control thread, one step after the other; a step that fails
 * changes nothing. The first step that needs them opens the ports. An answer may come again, or differ from an earlier
 * one to the same offer (early media, then the final answer): the latest holds.
 */
final class EmbeddedSdpPortManager implements SdpPortManager {

    private static final int SAMPLES_PER_MS = 8;

    private final EmbeddedSession session;
    private final EmbeddedConnection connection;
    private final LegCodecs codecs;
    private SdpWriter writer;
    private List<RtpMap> offered = List.of();
    private Agreement agreement;
    private List<MediaDescription> sections = List.of();
    private volatile boolean released;

    EmbeddedSdpPortManager(EmbeddedSession session, EmbeddedConnection connection) {
        this.session = session;
        this.connection = connection;
        this.codecs = new LegCodecs(session.engine().codecs);
    }

    @Override
    public CompletionStage<String> processSdpOffer(String offer) {
        return step(() -> answer(parse(offer)));
    }

    @Override
    public CompletionStage<String> generateSdpOffer() {
        return step(this::offer);
    }

    @Override
    public CompletionStage<Void> processSdpAnswer(String answer) {
        return step(() -> {
            accept(parse(answer));
            return null;
        });
    }

    /** The connection is gone. */
    void released() {
        released = true;
    }

    private <T> CompletionStage<T> step(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        session.engine().control(() -> {
            try {
                if (released || session.isReleased()) {
                    throw new MediaException(MediaFailure.RELEASED, "the connection is released");
                }
                T done = work.call();
                session.engine().event(() -> result.complete(done));
            } catch (MediaException e) {
                session.engine().event(() -> result.completeExceptionally(e));
            } catch (Exception e) {
                MediaException failure = new MediaException(MediaFailure.INTERNAL, e.toString(), e);
                session.engine().event(() -> result.completeExceptionally(failure));
            }
        });
        return result.minimalCompletionStage();
    }

    private static SessionDescription parse(String text) throws MediaException {
        try {
            return SdpParser.parse(text);
        } catch (SdpException e) {
            throw new MediaException(MediaFailure.SDP_MALFORMED, "the session description " + e.getMessage(), e);
        }
    }

    private String answer(SessionDescription offer) throws MediaException {
        Agreement accepted = negotiator().acceptOffer(offer).orElseThrow(EmbeddedSdpPortManager::notAcceptable);
        openPorts();
        String answer = writer.answer(offer, accepted);
        offered = List.of();
        sections = offer.media();
        agree(accepted);
        return answer;
    }

    private String offer() throws MediaException {
        openPorts();
        offered = writer.offerable(agreement == null ? List.of() : agreement.received(),
                agreement == null ? -1 : agreement.receivedEvents());
        int index = agreement == null ? 0 : agreement.index();
        return writer.offer(offered, sections.subList(0, Math.min(index, sections.size())),
                sections.subList(Math.min(index + 1, sections.size()), sections.size()));
    }

    private void accept(SessionDescription answer) throws MediaException {
        if (offered.isEmpty()) {
            throw new MediaException(MediaFailure.INTERNAL, "there is no offer that this could answer");
        }
        int index = agreement == null ? 0 : agreement.index();
        agree(negotiator().acceptAnswer(answer, index, offered).orElseThrow(EmbeddedSdpPortManager::notAcceptable));
    }

    private void agree(Agreement accepted) {
        MediaPlan plan = plan(accepted);
        agreement = accepted;
        session.execute(() -> connection.agreed(plan));
    }

    private MediaPlan plan(Agreement accepted) {
        boolean hears = accepted.direction().sends();
        return new MediaPlan(accepted.remote().orElse(null), accepted.remoteRtcp().orElse(null), hears,
                hears && accepted.direction().receives(), codecs.decoders(accepted.received()),
                accepted.receivedEvents(), codecs.encoder(accepted.sent()), accepted.sent().payloadType(),
                accepted.ptime() * SAMPLES_PER_MS, accepted.sentEvents());
    }

    private Negotiator negotiator() {
        return session.engine().negotiator;
    }

    private static MediaException notAcceptable() {
        return new MediaException(MediaFailure.SDP_NOT_ACCEPTABLE, "no audio stream with a codec in common");
    }

    private void openPorts() throws MediaException {
        if (writer != null) {
            return;
        }
        try {
            PortPair ports = session.engine().ports.allocate();
            writer = new SdpWriter(negotiator().formats(), session.engine().config.advertisedAddress(),
                    ports.port(), session.engine().random.nextInt() & 0x7FFF_FFFFL);
            session.execute(() -> connection.opened(ports));
        } catch (IOException e) {
            MediaLog.portsExhausted(e.getMessage());
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, e.getMessage(), e);
        }
    }
}
