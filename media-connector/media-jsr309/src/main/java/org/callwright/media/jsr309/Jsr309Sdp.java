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
    private String awaited = "";
    private boolean ended;

    Jsr309Sdp(Jsr309Session session, Handle manager, Runnable onStreamFailure) throws MediaException {
        this.manager = manager;
        this.onStreamFailure = onStreamFailure;
        session.listen(manager, EVENT, this::on);
    }

    @Override
    public CompletionStage<String> processSdpOffer(String offer) {
        return request("ANSWER_GENERATED", () -> manager.call("processSdpOffer", bytes(offer)));
    }

    @Override
    public CompletionStage<String> generateSdpOffer() {
        return request("OFFER_GENERATED", () -> manager.call("generateSdpOffer"));
    }

    @Override
    public CompletionStage<Void> processSdpAnswer(String answer) {
        return request("ANSWER_PROCESSED", () -> manager.call("processSdpAnswer", bytes(answer)))
                .thenAccept(sdp -> { });
    }

    private synchronized CompletableFuture<String> request(String answeredBy, Jsr309Session.Step step) {
        CompletableFuture<String> result = new CompletableFuture<>();
        last.whenComplete((sdp, failure) -> begin(answeredBy, step, result));
        last = result;
        return result;
    }

    private void begin(String answeredBy, Jsr309Session.Step step, CompletableFuture<String> result) {
        synchronized (this) {
            if (ended) {
                result.completeExceptionally(released());
                return;
            }
            underWay = result;
            awaited = answeredBy;
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

    /** Offers that nobody asked for are not answered: the call's own come by SIP. */
    private void on(Event event) {
        if (event.is("NETWORK_STREAM_FAILURE")) {
            onStreamFailure.run();
        } else if (event.is("UNSOLICITED_OFFER_GENERATED")) {
            return;
        } else if (!event.successful()) {
            taken().ifPresent(waiting -> waiting.completeExceptionally(failure(event)));
        } else if (event.is(awaited())) {
            done(event);
        }
    }

    private void done(Event event) {
        Optional<String> sdp = event.value("getMediaServerSdp").map(Jsr309Sdp::text).filter(text -> !text.isBlank());
        if (sdp.isPresent() || event.is("ANSWER_PROCESSED")) {
            taken().ifPresent(waiting -> waiting.complete(sdp.orElse("")));
        } else {
            taken().ifPresent(waiting -> waiting.completeExceptionally(
                    new MediaException(MediaFailure.INTERNAL, "the media server gave no session description")));
        }
    }

    private synchronized String awaited() {
        return awaited;
    }

    private static Object bytes(String sdp) {
        return sdp.getBytes(StandardCharsets.UTF_8);
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
