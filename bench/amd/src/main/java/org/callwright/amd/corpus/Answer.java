package org.callwright.amd.corpus;

import java.util.BitSet;

/**
 * One answered call, from the answer on.
 *
 * @param name names it within the corpus, and everything that was chosen for it
 * @param samples 8 kHz
 * @param lost packets of 160 samples that do not arrive
 * @param greetingEnd where the greeting ends, in milliseconds
 * @param beepEnd where the last beep ends, in milliseconds; -1 when there is none
 */
public record Answer(Part part, Kind kind, String group, String noise, String name, short[] samples, BitSet lost,
        int greetingEnd, int beepEnd) {
}
