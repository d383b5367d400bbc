package org.callwright.media.embedded.play;

import java.nio.file.Path;

/**
 * A playable file as it was when playing was asked for.
 *
 * @param modified time of its last change in ms, so that a changed file is not taken for the cached one
 * @param samples its length
 * @param gsm a GSM file; otherwise a WAV
 */
record Prompt(Path path, long modified, long samples, boolean gsm) {

    /**
     * Samples of a block: two seconds, whole GSM frames. A player holds three at most; a disk has two seconds for the
     * next.
     */
    static final int BLOCK = 16_000;

    /** A WAV. */
    Prompt(Path path, long modified, long samples) {
        this(path, modified, samples, false);
    }

    /** Samples of that block. */
    int length(long block) {
        return (int) Math.max(0, Math.min(BLOCK, samples - block * BLOCK));
    }
}
