package org.callwright.media.jsr309;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.jsr309.reflect.Event;
import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.SdpPortManager;

/**
 * {@code SdpPortManager}: requests are answered by events that do not say which one they answer, so that one is under
 * way at a time and further ones wait.
 */
final class Jsr309Sdp implements SdpPortManager {

    private static final String EVENT = "networkconnection.SdpPortManagerEvent";

    private final Handle manager;
    private final Runnable onStreamFailure;
    private CompletableFuture<String> last = CompletableFuture.completedFuture("");
    private CompletableFuture<String> underWay;
    private boolean ended;

    Jsr309Sdp(Jsr309Session session, Handle manager, Runnable onStreamFailure) throws MediaException {
        this.manager = manager;
        this.onStreamFailure = onStreamFailure;
        session.listen(manager, EVENT, this::on);
    }

    @Override
    public CompletionStage<String> processSdpOffer(String offer) {
        return request(() -> manager.call("processSdpOffer", (Object) offer.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public CompletionStage<String> generateSdpOffer() {
        return request(() -> manager.call("generateSdpOffer"));
    }

    @Override
    public CompletionStage<Void> processSdpAnswer(String answer) {
        return request(() -> manager.call("processSdpAnswer", (Object) answer.getBytes(StandardCharsets.UTF_8)))
                .thenAccept(sdp -> { });
    }

    private synchronized CompletableFuture<String> request(Jsr309Session.Step step) {
        CompletableFuture<String> result = new CompletableFuture<>();
        last.whenComplete((sdp, failure) -> begin(step, result));
        last = result;
        return result;
    }

    private void begin(Jsr309Session.Step step, CompletableFuture<String> result) {
        synchronized (this) {
            if (ended) {
                result.completeExceptionally(released());
                return;
            }
            underWay = result;
        }
        try {
            step.run();
        } catch (MediaException e) {
            taken().ifPresent(waiting -> waiting.completeExceptionally(e));
        }
    }

    private synchronized Optional<CompletableFuture<String>> taken() {
        Optional<CompletableFuture<String>> waiting = Optional.ofNullable(underWay);
        underWay = null;
        return waiting;
    }

    private void on(Event event) {
        if (event.is("NETWORK_STREAM_FAILURE")) {
            onStreamFailure.run();
        } else if (event.successful()) {
            String sdp = event.value("getMediaServerSdp").map(Jsr309Sdp::text).orElse("");
            taken().ifPresent(waiting -> waiting.complete(sdp));
        } else {
            taken().ifPresent(waiting -> waiting.completeExceptionally(failure(event)));
        }
    }

    private static String text(Object sdp) {
        return sdp instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : sdp.toString();
    }

    private static MediaException failure(Event event) {
        MediaFailure failure = MediaFailure.INTERNAL;
        if (event.hasError("SDP_NOT_ACCEPTABLE")) {
            failure = MediaFailure.SDP_NOT_ACCEPTABLE;
        } else if (event.hasError("RESOURCE_UNAVAILABLE")) {
            failure = MediaFailure.RESOURCE_UNAVAILABLE;
        }
        return new MediaException(failure, "the media server refused: " + event.error());
    }

    private static MediaException released() {
        return new MediaException(MediaFailure.RELEASED, "the network connection is released");
    }

    void end() {
        Optional<CompletableFuture<String>> waiting;
        synchronized (this) {
            ended = true;
            waiting = taken();
        }
        waiting.ifPresent(request -> request.completeExceptionally(released()));
    }
}
