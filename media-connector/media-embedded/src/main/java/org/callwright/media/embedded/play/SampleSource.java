package org.callwright.media.embedded.play;

/** Audio of one segment; read by the tick thread, 8 kHz. */
interface SampleSource {

    /**
     * Reads the next samples.
     *
     * @return how many; fewer than wanted at the end, or when the audio is not in memory yet
     * @throws PlayFailure when the audio can't be had
     */
    int read(short[] target, int offset, int count) throws PlayFailure;

    /** Whether all was read. */
    boolean ended();

    /** Begins anew; must not wait. */
    void rewind();
}
