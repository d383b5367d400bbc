package org.callwright.media.embedded.record;

import org.callwright.media.embedded.rtp.AudioSink;

/** A recording that runs. All of it happens on the leg's tick thread. */
public interface Recording {

    /** Where the audio of the leg's peer goes. */
    AudioSink sink();

    /** What the peer is sent in this turn, after {@link #tick}; not called when it is sent nothing. */
    void sent(short[] frame);

    /** Looks whether it is time to end. */
    void tick(long nanoTime, int rounds);

    /** Ends it with what has arrived so far. */
    void stop(long nanoTime);

    boolean ended();
}
