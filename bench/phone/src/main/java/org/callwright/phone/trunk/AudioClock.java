package org.callwright.phone.trunk;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.callwright.phone.media.Metronome;

/** Moves the audio of all calls on one thread, which also closes their sockets. */
final class AudioClock implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AudioClock.class.getName());

    private final Set<CallAudio> calls = ConcurrentHashMap.newKeySet();
    private final Metronome metronome = new Metronome("trunk-rtp", this::tick);
    private volatile boolean closing;

    AudioClock() {
        metronome.start();
    }

    void add(CallAudio audio) {
        calls.add(audio);
    }

    private void tick() {
        calls.removeIf(audio -> !goesOn(audio));
        if (closing && calls.isEmpty()) {
            metronome.close();
        }
    }

    private static boolean goesOn(CallAudio audio) {
        try {
            return audio.tick();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the audio of a call failed", e);
            return false;
        }
    }

    /** Ends the audio of all calls. */
    @Override
    public void close() {
        closing = true;
        calls.forEach(CallAudio::end);
    }
}
