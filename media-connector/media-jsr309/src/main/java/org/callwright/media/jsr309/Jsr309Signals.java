package org.callwright.media.jsr309;

import java.util.function.Consumer;
import org.callwright.media.jsr309.reflect.Event;
import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.jsr309.reflect.Nouns;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.SignalDetector;

/**
 * {@code SignalDetector}: receives without an end from the join on, and tells each digit as it is detected. When
 * receiving ends it begins again, after a failure a little later. There are implementations that tell digits only
 * then, and that end by themselves where no limit is named.
 */
final class Jsr309Signals implements SignalDetector {

    private static final String TYPE = "mediagroup.signals.SignalDetector";
    private static final String EVENT = TYPE + "Event";
    private static final String DIGITS = "0123456789*#ABCD";
    private static final String DETECTING = "detecting signals";
    private static final int NO_LIMIT = -1;
    private static final int A_DAY_IN_MS = 86_400_000;

    private final Jsr309Session session;
    private final Handle group;
    private volatile Consumer<Signal> receiver = signal -> { };
    private Handle detector;
    /** Whether a digit was told since receiving began; touched by events, which come one by one. */
    private volatile boolean told;
    private volatile boolean ended;

    Jsr309Signals(Jsr309Session session, Handle group) {
        this.session = session;
        this.group = group;
    }

    @Override
    public void onSignal(Consumer<Signal> newReceiver) {
        receiver = newReceiver;
    }

    /** Begins, the first time. */
    synchronized void listen() throws MediaException {
        if (detector == null) {
            detector = group.get(TYPE, "getSignalDetector");
            session.listen(detector, EVENT, this::on);
            receive();
        }
    }

    private void receive() throws MediaException {
        Nouns nouns = group.nouns();
        Handle options = group.get("Parameters", "createParameters");
        options.call("put", nouns.constant(TYPE, "BUFFERING"), false);
        options.call("put", nouns.constant(TYPE, "ENABLED_EVENTS"),
                nouns.arrayOf("EventType", nouns.constant(EVENT, "SIGNAL_DETECTED")));
        nouns.findConstant(TYPE, "INITIAL_TIMEOUT").ifPresent(limit -> session.attempt(DETECTING,
                () -> options.call("put", limit, A_DAY_IN_MS)));
        told = false;
        detector.call("receiveSignals", NO_LIMIT, null, null, options);
    }

    private void on(Event event) {
        if (event.is("SIGNAL_DETECTED") && event.successful()) {
            told = true;
            event.value("getSignalString").ifPresent(signals -> tell(signals.toString()));
        } else if (event.is("RECEIVE_SIGNALS_COMPLETED") && event.successful()) {
            event.value("getSignalString").filter(signals -> !told)
                    .ifPresent(signals -> tell(signals.toString()));
            again();
        } else if (event.is("RECEIVE_SIGNALS_COMPLETED") && !ended) {
            Jsr309Messages.failed(session.correlationId, DETECTING,
                    new MediaException(MediaFailure.INTERNAL, event.error()));
            Jsr309Session.later(Jsr309Session.PATIENCE, this::again);
        }
    }

    private void again() {
        if (!ended) {
            session.attempt(DETECTING, this::receive);
        }
    }

    private void tell(String signals) {
        signals.chars().filter(digit -> DIGITS.indexOf(digit) >= 0).forEach(digit -> {
            try {
                receiver.accept(new Signal((char) digit));
            } catch (RuntimeException e) {
                Jsr309Messages.receiverFailed(e);
            }
        });
    }

    void end() {
        ended = true;
    }
}
