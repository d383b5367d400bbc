package org.callwright.media.tts.cjk;

/** What a sign means for the reader: a stop, a pause, or nothing. */
final class Punctuation {

    private static final String STOPS = "。.\n";
    private static final String PAUSES = ",、;:()[]{}<>「」『』《》〈〉【】“”\"—–…·・";

    private Punctuation() {
    }

    /** Empty for what is not heard. */
    static String heard(int sign) {
        if (sign == '!' || sign == '?') {
            return Character.toString(sign);
        }
        if (STOPS.indexOf(sign) >= 0) {
            return ".";
        }
        return PAUSES.indexOf(sign) >= 0 ? "," : "";
    }
}
