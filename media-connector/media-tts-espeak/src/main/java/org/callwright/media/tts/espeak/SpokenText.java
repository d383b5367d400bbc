package org.callwright.media.tts.espeak;

import org.callwright.media.spi.tts.TtsException;

/**
 * Text as it may go to the program: no control characters, no {@code [[}, which would begin raw phonemes, at least one
 * letter or digit, and no more than 4000 characters.
 */
final class SpokenText {

    static final int MAX_LENGTH = 4000;

    private SpokenText() {
    }

    static String of(String text) throws TtsException {
        if (text.length() > MAX_LENGTH) {
            throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE, "text has " + text.length()
                    + " characters, at most " + MAX_LENGTH + " are spoken");
        }
        String plain = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().replaceAll("\\[(?=\\[)", "[ ").strip();
        if (plain.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE, "text holds no letter and no digit");
        }
        return plain;
    }
}
