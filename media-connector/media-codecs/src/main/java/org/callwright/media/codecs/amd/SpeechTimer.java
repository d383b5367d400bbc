package org.callwright.media.codecs.amd;

/**
 * Adds up speech and silence. Speech frames make a word when enough of them come together; shorter sounds, such as a
 * click of the line, are ignored, and a gap within a word does not end it. Speech is the time of all words and of the
 * pauses between them, of long pauses only a part. All times are in frames.
 */
final class SpeechTimer {

    private static final int SHORTEST_WORD = 5;
    private static final int GAP = 3;
    private static final int COUNTED_PAUSE = 25;

    private int spoken;
    private int silence;
    private int candidate;
    private int candidateVoiced;
    private int gap;
    private boolean inWord;

    /** Takes the next frame. */
    void frame(boolean voiced) {
        silence++;
        if (voiced) {
            candidate += gap + 1;
            candidateVoiced++;
            gap = 0;
            if (inWord) {
                spoken += silence;
                silence = 0;
            } else if (candidateVoiced >= SHORTEST_WORD) {
                beginWord();
            }
        } else if (candidate > 0 && ++gap > GAP) {
            candidate = 0;
            candidateVoiced = 0;
            gap = 0;
            inWord = false;
        }
    }

    private void beginWord() {
        if (spoken > 0) {
            spoken += Math.min(COUNTED_PAUSE, silence - candidate);
        }
        spoken += candidate;
        silence = 0;
        inWord = true;
    }

    /** Whether there was a word. */
    boolean heard() {
        return spoken > 0;
    }

    /** Speech so far. */
    int spoken() {
        return spoken;
    }

    /** Silence since the last word, or since the start. */
    int silence() {
        return silence;
    }
}
