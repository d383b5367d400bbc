package org.callwright.media.embedded.dtmf;

import org.callwright.media.codecs.dtmf.DtmfDetector;
import org.callwright.media.embedded.rtp.AudioSink;

/**
 * Gives a leg's audio to a detector of keys in the order of its arrival. A single lost packet neither ends a key nor
 * begins one; anything longer that is missing is a pause. Packets that are late themselves are left out. Belongs to one
 * tick thread; allocates nothing after construction.
 */
public final class ToneListener implements AudioSink {

    private static final int BRIDGED = 160;

    private final DtmfDetector detector;
    private boolean anchored;
    private int timestamp;

    public ToneListener(DtmfDetector.Receiver receiver) {
        detector = new DtmfDetector(receiver);
    }

    @Override
    public void audio(int packetTimestamp, short[] samples, int count, int missing, long nanoTime) {
        if (missing < 0) {
            return;
        }
        int gap = packetTimestamp - timestamp;
        if (!anchored || gap < 0 || gap > BRIDGED) {
            detector.pause();
        }
        detector.accept(samples, 0, count);
        timestamp = packetTimestamp + count;
        anchored = true;
    }

    @Override
    public void silence(int packetTimestamp, int count, int missing, long nanoTime) {
        detector.pause();
        anchored = false;
    }

    @Override
    public void senderChanged() {
        anchored = false;
    }
}
