package org.callwright.media.embedded;

import java.util.function.Consumer;
import org.callwright.media.embedded.dtmf.ToneListener;
import org.callwright.media.embedded.rtp.AudioSink;
import org.callwright.media.spi.SignalDetector;

/**
 * Tells keys: telephone-events as the leg reads them, or tones. It listens for tones only while there is a receiver and
 * the leg's peer did not agree to telephone-events, since a peer that did may send both for one key.
 */
final class EmbeddedSignalDetector implements SignalDetector {

    private final EmbeddedSession session;
    private final EmbeddedGroup group;
    private volatile Consumer<Signal> receiver = signal -> { };
    private ToneListener listener;

    EmbeddedSignalDetector(EmbeddedSession session, EmbeddedGroup group) {
        this.session = session;
        this.group = group;
    }

    @Override
    public void onSignal(Consumer<Signal> newReceiver) {
        receiver = newReceiver;
        session.execute(() -> {
            if (listener == null) {
                listener = new ToneListener(this::key);
                group.sinkChanged();
            }
        });
    }

    /** Tick thread: a key was pressed. */
    void key(char key) {
        Consumer<Signal> told = receiver;
        session.engine().event(() -> told.accept(new Signal(key)));
    }

    /** Tick thread: where the audio of a leg goes. */
    AudioSink sink(EmbeddedConnection heard) {
        return listener == null || heard == null || heard.eventsAgreed() ? AudioSink.NONE : listener;
    }
}
