package org.callwright.media.embedded.record;

/** Takes the samples of a timeline, in order and complete. */
interface SampleOutput {

    void write(short[] samples, int offset, int count);
}
