package org.callwright.media.mgcp.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaSession;

/** {@code bridge} and {@code cnf}: everybody hears all the others. It applies no signals. */
final class MixEndpoint extends GatewayEndpoint {

    private final MediaMixer mixer;

    MixEndpoint(EndpointName name, EndpointKind kind, MediaSession session) throws MediaException {
        super(name, kind, session);
        this.mixer = session.createMediaMixer();
    }

    @Override
    void join(Leg leg, ConnectionMode mode) throws MediaException {
        if (mode.direction().isPresent()) {
            mixer.join(mode.direction().get(), leg.connection());
        } else {
            mixer.unjoin(leg.connection());
        }
    }

    @Override
    void part(Leg leg) {
        mixer.unjoin(leg.connection());
    }

    @Override
    void inactive(Duration silence) {
        // nobody can ask a mixer for events
    }

    @Override
    void request(Request request) throws Refusal {
        if (!request.signals().isEmpty()) {
            throw new Refusal(ReturnCode.UNKNOWN_SIGNAL, "this endpoint applies no signals");
        }
    }

    @Override
    CompletableFuture<Void> endSignals() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    void release() {
        legs().forEach(this::part);
        mixer.release();
        super.release();
    }
}
