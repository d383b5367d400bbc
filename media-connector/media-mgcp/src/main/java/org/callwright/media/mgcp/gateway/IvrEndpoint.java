package org.callwright.media.mgcp.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.callwright.media.mgcp.au.AuPackage;
import org.callwright.media.mgcp.message.Arguments;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.ObservedEvent;
import org.callwright.media.mgcp.transaction.Loop;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaSession;

/** {@code ivr}: one caller with player, recorders and detectors. Each key is told, whatever signal is running. */
final class IvrEndpoint extends GatewayEndpoint {

    private final MediaGroup group;
    private final SignalBoard signals;
    private final Notifier notifier;
    private final Loop loop;

    IvrEndpoint(EndpointName name, MediaSession session, Loop loop, Folders folders, Notifier notifier)
            throws MediaException {
        super(name, EndpointKind.IVR, session);
        this.loop = loop;
        this.notifier = notifier;
        this.group = session.createMediaGroup();
        this.signals = new SignalBoard(new SignalWorld(group, loop, folders), notifier::observe);
        group.signalDetector().onSignal(signal -> loop.execute(() -> key(signal.digit())));
    }

    private void key(char digit) {
        notifier.observe(new ObservedEvent(AuPackage.DTMF, String.valueOf(digit), Arguments.NONE));
        signals.key(digit);
    }

    @Override
    void join(Leg leg, ConnectionMode mode) throws MediaException {
        if (mode.direction().isPresent()) {
            group.join(mode.direction().get(), leg.connection());
        } else {
            group.unjoin(leg.connection());
        }
    }

    @Override
    void part(Leg leg) {
        group.unjoin(leg.connection());
    }

    @Override
    void inactive(Duration silence) {
        loop.execute(() -> notifier.observe(new ObservedEvent(AuPackage.CW, AuPackage.INACTIVE,
                Arguments.NONE.with("ms", silence.toMillis()))));
    }

    @Override
    void request(Request request) throws Refusal {
        List<EndpointSignal> prepared = signals.prepare(request.signals());
        notifier.request(request);
        signals.apply(request.signals(), prepared);
    }

    @Override
    CompletableFuture<Void> endSignals() {
        return signals.endAll();
    }

    /** The caller's connection. */
    Optional<Leg> caller() {
        return legs().stream().findFirst();
    }
}
