package org.callwright.media.codecs.amd;

/**
 * Adds up speech and silence. Speech frames make a word when enough of them come together; shorter sounds, such as a
 * click of the line, are ignored, and a gap within a word does not end it. What is spoken is the time of all words and
 * of the pauses between them, of very long pauses only a part. All times are in frames.
 */
final class SpeechTimer {

    private static final int SHORTEST_WORD = 4;
    private static final int GAP = 5;
    private static final int COUNTED_PAUSE = 60;
    private static final int SENTENCE_PAUSE = 20;
    private static final int SENTENCE_BEGUN = 10;

    private int spoken;
    private int silence;
    private int candidate;
    private int candidateVoiced;
    private int gap;
    private boolean inWord;
    private int beforePause;
    private int sentenceStart;

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
        int pause = silence - candidate;
        if (spoken > 0 && pause >= SENTENCE_PAUSE) {
            beforePause = spoken;
            sentenceStart = spoken + Math.min(COUNTED_PAUSE, pause);
        }
        spoken += (spoken > 0 ? Math.min(COUNTED_PAUSE, pause) : 0) + candidate;
        silence = 0;
        inWord = true;
    }

    /** What was heard so far does not count. */
    void restart() {
        silence += spoken;
        spoken = 0;
        candidate = 0;
        candidateVoiced = 0;
        gap = 0;
        inWord = false;
        beforePause = 0;
        sentenceStart = 0;
    }

    /** Whether there was a word. */
    boolean heard() {
        return spoken > 0;
    }

    /** Whether the last frame was within a word. */
    boolean inWord() {
        return inWord;
    }

    /** Speech so far. */
    int spoken() {
        return spoken;
    }

    /** Speech before the last pause between sentences, if a further sentence is going on; otherwise 0. */
    int spokenBeforePause() {
        return spoken - sentenceStart >= SENTENCE_BEGUN ? beforePause : 0;
    }

    /** Silence since the last word, or since the start. */
    int silence() {
        return silence;
    }
}
